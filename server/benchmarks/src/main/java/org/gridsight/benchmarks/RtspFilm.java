package org.gridsight.benchmarks;

import java.nio.ByteBuffer;
import java.util.Random;

/**
 * Two seconds of one camera at 25 pictures a second as interleaved RTP of H.264, content random; the first picture is ten times
 * the others. Each picture carries the time at which it was sent. One per stream, changed in place.
 */
final class RtspFilm {

    static final int PICTURES = 50;
    /** Where a received sample carries its time: behind its length, the NAL header and the first slice byte. */
    static final int TIME_IN_SAMPLE = 6;

    private static final int PIECE = 1_400;
    private static final int HEADERS = 4 + 12 + 2;
    private static final byte[] SPS = {0x67, 0x42, (byte) 0xc0, 0x28, (byte) 0xd9, 0, (byte) 0xa0, 0x47};
    private static final byte[] PPS = {0x68, (byte) 0xce, 0x3c, (byte) 0x80};

    private final ByteBuffer[] pictures = new ByteBuffer[PICTURES];
    private int sequence;
    private int sent;

    RtspFilm(int bitsPerSecond) {
        Random random = new Random(bitsPerSecond);
        int small = bitsPerSecond / 8 * 2 / (PICTURES + 9);
        for (int i = 0; i < PICTURES; i++) {
            pictures[i] = picture(i == 0, i == 0 ? small * 10 : small, random);
        }
    }

    /** The session description. */
    static String description() {
        return "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=load\r\nt=0 0\r\nm=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n"
                + "a=fmtp:96 packetization-mode=1;sprop-parameter-sets=Z0LAKNkAoEc=,aM48gA==\r\na=control:track\r\n";
    }

    /** The next picture with all its packets, numbered and stamped. */
    ByteBuffer next(long nowNanos) {
        ByteBuffer picture = pictures[sent % PICTURES];
        int at = 0;
        while (at < picture.capacity()) {
            picture.putShort(at + 6, (short) sequence++);
            picture.putInt(at + 8, sent * 3_600);
            at += 4 + (picture.getShort(at + 2) & 0xffff);
        }
        int slice = sent % PICTURES == 0 ? 2 * 16 + SPS.length + PPS.length : 0;
        picture.putLong(slice + HEADERS + 1, nowNanos);
        sent++;
        return picture.clear();
    }

    private static ByteBuffer picture(boolean key, int bytes, Random random) {
        int pieces = (bytes + PIECE - 1) / PIECE;
        int sets = key ? 2 * 16 + SPS.length + PPS.length : 0;
        ByteBuffer out = ByteBuffer.allocate(sets + pieces * HEADERS + bytes);
        if (key) {
            packet(out, SPS.length, false).put(SPS);
            packet(out, PPS.length, false).put(PPS);
        }
        byte[] content = new byte[bytes];
        random.nextBytes(content);
        content[0] |= (byte) 0x80;
        for (int i = 0; i < pieces; i++) {
            int length = Math.min(PIECE, bytes - i * PIECE);
            boolean last = i == pieces - 1;
            packet(out, length + 2, last)
                    .put((byte) 0x7c)
                    .put((byte) ((i == 0 ? 0x80 : 0) | (last ? 0x40 : 0) | (key ? 5 : 1)))
                    .put(content, i * PIECE, length);
        }
        return out;
    }

    private static ByteBuffer packet(ByteBuffer out, int payload, boolean last) {
        return out.put((byte) '$')
                .put((byte) 0)
                .putShort((short) (12 + payload))
                .put((byte) 0x80)
                .put((byte) (last ? 0xe0 : 0x60))
                .putShort((short) 0)
                .putInt(0)
                .putInt(7);
    }
}
