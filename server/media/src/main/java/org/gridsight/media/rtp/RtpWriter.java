package org.gridsight.media.rtp;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Cuts what is one picture into RTP packets (RFC 3550), the last one marked. Belongs to one thread. */
public final class RtpWriter {

    private static final int PAYLOAD_TYPE = 96;
    /** With all headers below what an Ethernet carries whole. */
    private static final int PAYLOAD = 1_400;

    private static final int LENGTH = 2;
    private static final int PACKET = RtpPacket.HEADER + PAYLOAD;

    private final int source;
    private int sequence;

    /**
     * @param source the SSRC of all packets
     * @param firstSequence should be random
     */
    public RtpWriter(int source, int firstSequence) {
        this.source = source;
        this.sequence = firstSequence & 0xffff;
    }

    /** One packet after the other; each is overwritten by the next. */
    public void packets(byte[] picture, long time90k, Consumer<ByteBuffer> each) {
        ByteBuffer packet = ByteBuffer.allocate(PACKET);
        for (int from = 0; from < picture.length; from += PAYLOAD) {
            packet.clear();
            packet(packet, picture, from, time90k);
            each.accept(packet.flip());
        }
    }

    /** All packets for a TCP connection, each behind its length (RFC 4571). */
    public byte[] framed(byte[] picture, long time90k) {
        int packets = (picture.length + PAYLOAD - 1) / PAYLOAD;
        ByteBuffer out = ByteBuffer.allocate(picture.length + packets * (LENGTH + RtpPacket.HEADER));
        for (int from = 0; from < picture.length; from += PAYLOAD) {
            out.putShort((short) (RtpPacket.HEADER + Math.min(PAYLOAD, picture.length - from)));
            packet(out, picture, from, time90k);
        }
        return out.array();
    }

    private void packet(ByteBuffer out, byte[] picture, int from, long time90k) {
        int count = Math.min(PAYLOAD, picture.length - from);
        boolean last = from + count == picture.length;
        out.put((byte) 0x80).put((byte) (last ? 0x80 | PAYLOAD_TYPE : PAYLOAD_TYPE));
        out.putShort((short) sequence).putInt((int) time90k).putInt(source);
        out.put(picture, from, count);
        sequence = sequence + 1 & 0xffff;
    }
}
