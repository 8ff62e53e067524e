package org.gridsight.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Pictures as MPEG program stream in RTP packets behind their lengths (RFC 4571), at 25 a second. */
final class PsPackets {

    private static final int MOST_PAYLOAD = 1_400;
    private static final int MOST_PES = 60_000;
    private static final int STEP = 90_000 / MediaClip.RATE;

    private int sequence;
    private long time;

    byte[] of(MediaClip.Plain picture) {
        byte[] stream = stream(picture);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int from = 0; from < stream.length; from += MOST_PAYLOAD) {
            int count = Math.min(MOST_PAYLOAD, stream.length - from);
            boolean last = from + count == stream.length;
            ByteBuffer packet = ByteBuffer.allocate(14 + count);
            packet.putShort((short) (12 + count)).put((byte) 0x80).put((byte) (last ? 0x80 | 96 : 96));
            packet.putShort((short) sequence++).putInt((int) time).putInt(1).put(stream, from, count);
            out.writeBytes(packet.array());
        }
        time += STEP;
        return out.toByteArray();
    }

    private byte[] stream(MediaClip.Plain picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put(out, 0, 0, 1, 0xba, 0x44, 0, 4, 0, 4, 1, 0, 0, 3, 0xf8);
        if (picture.key()) {
            put(out, 0, 0, 1, 0xbb, 0, 9, 0x80, 0x1e, 0xff, 0xfe, 0xe1, 0x7f, 0xe0, 0xe0, 0xd8);
            put(out, 0, 0, 1, 0xbc, 0, 14, 0xe0, 0xff, 0, 0, 0, 4, 0x1b, 0xe0, 0, 0, 1, 2, 3, 4);
        }
        byte[] bytes = picture.bytes();
        for (int from = 0; from < bytes.length; from += MOST_PES) {
            int count = Math.min(MOST_PES, bytes.length - from);
            int stamp = from == 0 ? 5 : 0;
            int length = 3 + stamp + count;
            put(out, 0, 0, 1, 0xe0, length >> 8, length, 0x84, stamp == 0 ? 0 : 0x80, stamp);
            if (stamp > 0) {
                put(out, (int) (0x21 | time >> 29 & 0x0e), (int) (time >> 22), (int) (time >> 14 | 1));
                put(out, (int) (time >> 7), (int) (time << 1 | 1));
            }
            out.write(bytes, from, count);
        }
        return out.toByteArray();
    }

    private static void put(ByteArrayOutputStream out, int... bytes) {
        for (int one : bytes) {
            out.write(one);
        }
    }
}
