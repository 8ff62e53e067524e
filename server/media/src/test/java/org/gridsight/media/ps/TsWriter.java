package org.gridsight.media.ps;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Writes a transport stream of one programme, as a device that ignores what it promised. */
final class TsWriter {

    private static final int MAP = 0x100;
    private static final int VIDEO = 0x101;
    private int counter;

    byte[] picture(byte[] annexB, long pts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(packet(0, true, PsWriter.bytes(0, 0, 0xb0, 13, 0, 1, 0xc1, 0, 0, 0, 1, 0xe1, 0, 1, 2, 3, 4), 0));
        out.writeBytes(packet(
                MAP,
                true,
                PsWriter.bytes(0, 2, 0xb0, 18, 0, 1, 0xc1, 0, 0, 0xe1, 1, 0xf0, 0, 0x1b, 0xe1, 1, 0xf0, 0, 1, 2, 3, 4),
                0));
        byte[] head = PsWriter.bytes(
                0,
                0,
                1,
                0xe0,
                0,
                0,
                0x84,
                0x80,
                5,
                (int) (0x21 | pts >> 29 & 0x0e),
                (int) (pts >> 22),
                (int) (pts >> 14 | 1),
                (int) (pts >> 7),
                (int) (pts << 1 | 1));
        byte[] pes = Arrays.copyOf(head, head.length + annexB.length);
        System.arraycopy(annexB, 0, pes, head.length, annexB.length);
        for (int from = 0; from < pes.length; from += 184) {
            byte[] piece = Arrays.copyOfRange(pes, from, Math.min(pes.length, from + 184));
            out.writeBytes(packet(VIDEO, from == 0, piece, counter));
            counter = counter + 1 & 0x0f;
        }
        return out.toByteArray();
    }

    private static byte[] packet(int pid, boolean starts, byte[] payload, int count) {
        byte[] packet = new byte[TsParser.PACKET];
        Arrays.fill(packet, (byte) 0xff);
        packet[0] = 0x47;
        packet[1] = (byte) (pid >> 8 | (starts ? 0x40 : 0));
        packet[2] = (byte) pid;
        int space = 184 - payload.length;
        boolean table = pid != VIDEO;
        packet[3] = (byte) ((space > 0 && !table ? 0x30 : 0x10) | count);
        int at = 4;
        if (space > 0 && !table) {
            packet[4] = (byte) (space - 1);
            if (space > 1) {
                packet[5] = 0;
            }
            at += space;
        }
        System.arraycopy(payload, 0, packet, at, payload.length);
        return packet;
    }
}
