package org.gridsight.media.rtsp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Several packets in one input of a fuzzer, each behind two bytes of length. */
public final class Framed {

    private Framed() {}

    public static byte[] join(List<byte[]> packets) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] packet : packets) {
            all.write(packet.length >> 8);
            all.write(packet.length);
            all.writeBytes(packet);
        }
        return all.toByteArray();
    }

    /** Whatever the lengths say, no more than there is; empty packets are left out. */
    public static List<ByteBuffer> split(byte[] bytes) {
        List<ByteBuffer> packets = new ArrayList<>();
        int at = 0;
        while (at + 2 < bytes.length) {
            int length = Math.min((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff, bytes.length - at - 2);
            if (length > 0) {
                packets.add(ByteBuffer.wrap(java.util.Arrays.copyOfRange(bytes, at + 2, at + 2 + length)));
            }
            at += 2 + length;
        }
        return packets;
    }
}
