package org.gridsight.media.ps;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Writes program streams and RTP packets the way devices do, with the liberties devices take. */
public final class PsWriter {

    /** What a device leaves out or adds. */
    public record Style(boolean map, boolean lengths, boolean times, boolean sound, int pesBytes, int streamType) {

        public static final Style USUAL = new Style(true, true, true, true, 5_000, 0x1b);
    }

    private final Style style;
    private final int payloadBytes;
    private int sequence;
    private int source = 0x0bad_cafe;

    public PsWriter(Style style, int payloadBytes, int firstSequence) {
        this.style = style;
        this.payloadBytes = payloadBytes;
        this.sequence = firstSequence;
    }

    /** One picture as a piece of program stream. */
    public byte[] picture(byte[] annexB, boolean key, long pts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(0, 0, 1, 0xba, 0x44, 0, 4, 0, 4, 1, 0, 0, 3, 0xfa, 0xff, 0xff));
        if (key) {
            out.writeBytes(bytes(
                    0, 0, 1, 0xbb, 0, 12, 0x80, 0x1e, 0xff, 0xfe, 0xe1, 0x7f, 0xe0, 0xe0, 0xd8, 0xc0, 0xc0, 0x20));
            if (style.map()) {
                out.writeBytes(bytes(
                        0, 0, 1, 0xbc, 0, 14, 0xe0, 0xff, 0, 0, 0, 4, style.streamType(), 0xe0, 0, 0, 1, 2, 3, 4));
            }
        }
        for (int from = 0; from < annexB.length; from += style.pesBytes()) {
            int count = Math.min(style.pesBytes(), annexB.length - from);
            boolean timed = style.times() && from == 0;
            int header = timed ? 5 : 0;
            int length = style.lengths() ? 3 + header + count : 0;
            out.writeBytes(bytes(0, 0, 1, 0xe0, length >> 8, length, 0x8c, timed ? 0x80 : 0, header));
            if (timed) {
                out.writeBytes(bytes(
                        (int) (0x21 | pts >> 29 & 0x0e),
                        (int) (pts >> 22),
                        (int) (pts >> 14 | 1),
                        (int) (pts >> 7),
                        (int) (pts << 1 | 1)));
            }
            out.write(annexB, from, count);
        }
        if (style.sound()) {
            out.writeBytes(bytes(0, 0, 1, 0xbd, 0, 5, 0x80, 0, 0, 9, 9));
            out.writeBytes(bytes(0, 0, 1, 0xc0, 0, 8, 0x80, 0, 0, 1, 2, 3, 4, 5));
        }
        return out.toByteArray();
    }

    /** Cuts bytes into RTP packets of one timestamp. */
    public List<byte[]> packets(byte[] bytes, long timestamp, boolean marker) {
        List<byte[]> packets = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += payloadBytes) {
            int count = Math.min(payloadBytes, bytes.length - from);
            boolean last = from + count == bytes.length;
            ByteBuffer packet = ByteBuffer.allocate(12 + count);
            packet.put((byte) 0x80).put((byte) (96 | (marker && last ? 0x80 : 0)));
            packet.putShort((short) sequence).putInt((int) timestamp).putInt(source);
            packet.put(bytes, from, count);
            sequence = sequence + 1 & 0xffff;
            packets.add(packet.array());
        }
        return packets;
    }

    /** The same behind its length (RFC 4571). */
    public static byte[] framed(byte[] packet) {
        byte[] framed = new byte[packet.length + 2];
        framed[0] = (byte) (packet.length >> 8);
        framed[1] = (byte) packet.length;
        System.arraycopy(packet, 0, framed, 2, packet.length);
        return framed;
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
