package org.gridsight.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.gridsight.media.Codec;
import org.gridsight.media.NalUnits;

/**
 * Four seconds of 720p H.264 at 2 Mbit/s made by FFmpeg, cut into pictures and each of these into RTP packets for RTSP's
 * interleaved channel 0. Every picture begins with an SEI that has room for the sender's clock.
 */
final class MediaClip {

    static final int RATE = 25;
    static final String MARK = "GridSightBench!!";

    private static final int MOST_PAYLOAD = 1_400;

    /**
     * One picture ready to be sent.
     *
     * @param headers where each packet's RTP header begins
     * @param clock where sixteen hexadecimal digits of the sender's clock go
     */
    record Picture(byte[] bytes, int[] headers, int clock) {}

    /**
     * The same picture with start codes, a key picture with its parameter sets before it, as devices put it into a program
     * stream.
     */
    record Plain(byte[] bytes, boolean key) {}

    final List<Picture> pictures = new ArrayList<>();
    final List<Plain> plain = new ArrayList<>();
    final String parameterSets;

    private final byte[] stream;
    private final List<String> sets = new ArrayList<>();
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();

    private MediaClip(byte[] stream) throws IOException {
        this.stream = stream;
        cut();
        this.parameterSets = String.join(",", sets.subList(0, 2));
    }

    static MediaClip make(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("clip.h264");
        String picture = "testsrc2=size=1280x720:rate=25:duration=4,noise=alls=24:allf=t";
        List<String> command = List.of(("ffmpeg -v error -nostdin -y -f lavfi -i " + picture
                        + " -pix_fmt yuv420p -c:v libx264 -preset veryfast"
                        + " -tune zerolatency -x264-params sliced-threads=0 -bf 0 -g 50 -keyint_min 50 -sc_threshold 0"
                        + " -b:v 2M -maxrate 2M -bufsize 1M " + file)
                .split(" "));
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException("ffmpeg could not make the clip");
        }
        return new MediaClip(Files.readAllBytes(file));
    }

    private void cut() throws IOException {
        int start = NalUnits.nextStartCode(stream, 0, stream.length);
        while (start >= 0) {
            int from = start + 3;
            int next = NalUnits.nextStartCode(stream, from, stream.length);
            int to = NalUnits.trimmedEnd(stream, from, next < 0 ? stream.length : next);
            int type = NalUnits.type(Codec.H264, stream[from]);
            if (NalUnits.isParameterSet(Codec.H264, type)) {
                byte[] set = Arrays.copyOfRange(stream, from, to);
                sets.add(Base64.getEncoder().encodeToString(set));
                head.write(stream, start, to - start);
            } else if (NalUnits.isSlice(Codec.H264, type)) {
                pictures.add(packetise(from, to));
                head.write(stream, start, to - start);
                plain.add(new Plain(head.toByteArray(), NalUnits.isKeySlice(Codec.H264, type)));
                head.reset();
            }
            start = next;
        }
    }

    // one slice a picture: the encoder was told so
    private Picture packetise(int from, int to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> headers = new ArrayList<>();
        ByteArrayOutputStream sei = new ByteArrayOutputStream();
        sei.write(new byte[] {6, 5, 32});
        sei.write((MARK + "0".repeat(16)).getBytes(StandardCharsets.US_ASCII));
        sei.write(0x80);
        packet(out, headers, false, sei.toByteArray());
        int clock = headers.get(0) + 12 + 3 + MARK.length();
        int header = stream[from] & 0xe0;
        int type = stream[from] & 0x1f;
        int at = from + 1;
        while (at < to) {
            int count = Math.min(MOST_PAYLOAD, to - at);
            boolean first = at == from + 1;
            boolean last = at + count == to;
            byte[] payload = new byte[2 + count];
            payload[0] = (byte) (header | 28);
            payload[1] = (byte) ((first ? 0x80 : 0) | (last ? 0x40 : 0) | type);
            System.arraycopy(stream, at, payload, 2, count);
            packet(out, headers, last, payload);
            at += count;
        }
        return new Picture(
                out.toByteArray(), headers.stream().mapToInt(Integer::intValue).toArray(), clock);
    }

    private static void packet(ByteArrayOutputStream out, List<Integer> headers, boolean marker, byte[] payload)
            throws IOException {
        int length = 12 + payload.length;
        out.write(new byte[] {'$', 0, (byte) (length >> 8), (byte) length});
        headers.add(out.size());
        out.write(new byte[] {(byte) 0x80, (byte) (marker ? 0x80 | 96 : 96), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
        out.write(payload);
    }
}
