package org.gridsight.media.ps;

import java.io.ByteArrayOutputStream;
import java.util.Random;

/** Pictures that look like video to everything but a decoder: parameter sets, slices, start codes, no start code inside. */
public final class SyntheticVideo {

    private static final byte[] SPS = PsWriter.bytes(
            0x67, 0x42, 0xc0, 0x1e, 0xd9, 0x00, 0xa0, 0x47, 0xfe, 0xc8, 0x14, 0x18, 0x14, 0x1b, 0x42, 0x84, 0xd4);
    private static final byte[] PPS = PsWriter.bytes(0x68, 0xcb, 0x83, 0xcb, 0x20);
    private static final byte[] VPS5 = PsWriter.bytes(0x40, 0x01, 0x0c, 0x01, 0xff, 0xff, 0x01, 0x60);
    private static final byte[] SPS5 = PsWriter.bytes(
            0x42, 0x01, 0x01, 0x01, 0x60, 0x11, 0x90, 0x11, 0x11, 0x03, 0x11, 0x11, 0x11, 0x11, 0x5d, 0xa0, 0x02, 0x80,
            0x80, 0x2d, 0x16);
    private static final byte[] PPS5 = PsWriter.bytes(0x44, 0x01, 0xc1, 0x72, 0xb4, 0x62, 0x40);

    private final Random random;
    private final boolean h265;

    public SyntheticVideo(long seed, boolean h265) {
        random = new Random(seed);
        this.h265 = h265;
    }

    /** One picture of slices with this many bytes in all, with start codes. */
    public byte[] picture(boolean key, int slices, int bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (key) {
            for (byte[] set : h265 ? new byte[][] {VPS5, SPS5, PPS5} : new byte[][] {SPS, PPS}) {
                unit(out, set);
            }
        }
        for (int i = 0; i < slices; i++) {
            unit(out, slice(key, i == 0, bytes / slices));
        }
        return out.toByteArray();
    }

    private byte[] slice(boolean key, boolean first, int bytes) {
        byte[] unit = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            // from 4 up: no zeros, so no start code can arise
            unit[i] = (byte) (4 + random.nextInt(250));
        }
        int header = 1;
        if (h265) {
            unit[0] = (byte) (key ? 0x26 : 0x02);
            unit[1] = 1;
            header = 2;
        } else {
            unit[0] = (byte) (key ? 0x65 : 0x41);
        }
        unit[header] = (byte) (first ? 0x88 : 0x48);
        return unit;
    }

    private static void unit(ByteArrayOutputStream out, byte[] unit) {
        out.writeBytes(PsWriter.bytes(0, 0, 0, 1));
        out.writeBytes(unit);
    }
}
