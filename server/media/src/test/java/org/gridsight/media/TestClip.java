package org.gridsight.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A clip made by FFmpeg, cut into pictures in decoding order with their presentation times, as a source tells them. */
public record TestClip(VideoFormat format, List<AccessUnit> pictures) {

    /** Encodes a moving test picture; {@code options} are FFmpeg's for the encoder. */
    public static TestClip make(Path folder, Codec codec, String... options) throws IOException, InterruptedException {
        String kind = codec == Codec.H264 ? "h264" : "hevc";
        List<String> encode = new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=4"));
        encode.addAll(List.of("-pix_fmt", "yuv420p"));
        encode.addAll(List.of(options));
        encode.add("clip.mp4");
        FfmpegTool.run(folder, "ffmpeg", encode.toArray(String[]::new));
        String filter = kind + "_mp4toannexb";
        FfmpegTool.run(folder, "ffmpeg", "-i", "clip.mp4", "-c", "copy", "-bsf:v", filter, "-f", kind, "clip.raw");
        String packets =
                FfmpegTool.run(folder, "ffprobe", "-show_entries", "packet=pts_time", "-of", "csv=p=0", "clip.mp4");
        List<Long> times = packets.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Math.round(Double.parseDouble(line.replace(",", "")) * 90_000))
                .toList();
        return cut(codec, Files.readAllBytes(folder.resolve("clip.raw")), times);
    }

    private static TestClip cut(Codec codec, byte[] stream, List<Long> times) {
        PictureAssembler assembler = new PictureAssembler(codec, PictureAssembler.MAX_PICTURE);
        List<AccessUnit> pictures = new ArrayList<>();
        int start = NalUnits.nextStartCode(stream, 0, stream.length);
        while (start >= 0) {
            int from = start + 3;
            int next = NalUnits.nextStartCode(stream, from, stream.length);
            int to = NalUnits.trimmedEnd(stream, from, next < 0 ? stream.length : next);
            if (assembler.hasPicture() && NalUnits.beginsPicture(codec, stream, from, to)) {
                pictures.add(take(assembler, times, pictures.size()));
            }
            assembler.unit(stream, from, to);
            start = next;
        }
        pictures.add(take(assembler, times, pictures.size()));
        return new TestClip(Objects.requireNonNull(assembler.sets().format()), List.copyOf(pictures));
    }

    private static AccessUnit take(PictureAssembler assembler, List<Long> times, int index) {
        long time = times.get(index);
        return Objects.requireNonNull(assembler.take(time, index * 40_000_000L));
    }
}
