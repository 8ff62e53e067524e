package org.gridsight.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A tone that FFmpeg made.
 *
 * @param adts the stream with its headers
 * @param frames the same without them
 */
public record AacSound(byte[] adts, List<byte[]> frames, byte[] configuration) {

    /** Four seconds of it, one channel at 16,000 samples a second: fifteen frames and a half each second. */
    public static AacSound make(Path folder) throws IOException, InterruptedException {
        FfmpegTool.run(
                folder,
                "ffmpeg",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:sample_rate=16000:duration=4",
                "-c:a",
                "aac",
                "-f",
                "adts",
                "sound.aac");
        byte[] adts = Files.readAllBytes(folder.resolve("sound.aac"));
        List<byte[]> frames = new ArrayList<>();
        int at = 0;
        while (at < adts.length) {
            int length = (adts[at + 3] & 3) << 11 | (adts[at + 4] & 0xff) << 3 | (adts[at + 5] & 0xff) >> 5;
            frames.add(Arrays.copyOfRange(adts, at + 7, at + length));
            at += length;
        }
        // low complexity, rate 8 of the table, one channel
        return new AacSound(adts, List.copyOf(frames), new byte[] {0x14, 0x08});
    }
}
