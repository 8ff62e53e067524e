package org.gridsight.media.rtp;

import java.nio.ByteBuffer;

/** A view onto one RTP packet (RFC 3550 section 5.1), used again for each packet so that none costs garbage. */
public final class RtpPacket {

    /** The fixed header. */
    public static final int HEADER = 12;

    private int sequence;
    private long timestamp;
    private int source;
    private int payloadType;
    private boolean marker;

    /**
     * Reads the header and sets the buffer's position and limit to the payload. False for what is no RTP; the buffer's state
     * is then of no use.
     */
    public boolean parse(ByteBuffer packet) {
        int start = packet.position();
        if (packet.remaining() < HEADER || (packet.get(start) & 0xc0) != 0x80) {
            return false;
        }
        int first = packet.get(start) & 0xff;
        int second = packet.get(start + 1) & 0xff;
        marker = (second & 0x80) != 0;
        payloadType = second & 0x7f;
        sequence = packet.getShort(start + 2) & 0xffff;
        timestamp = packet.getInt(start + 4) & 0xffff_ffffL;
        source = packet.getInt(start + 8);
        int payload = start + HEADER + 4 * (first & 0x0f);
        if ((first & 0x10) != 0) {
            if (payload + 4 > packet.limit()) {
                return false;
            }
            payload += 4 + 4 * (packet.getShort(payload + 2) & 0xffff);
        }
        int end = packet.limit();
        if ((first & 0x20) != 0) {
            int padding = packet.get(end - 1) & 0xff;
            if (padding == 0) {
                return false;
            }
            end -= padding;
        }
        if (payload > end) {
            return false;
        }
        packet.limit(end).position(payload);
        return true;
    }

    /** 0 to 65,535. */
    public int sequence() {
        return sequence;
    }

    /** 0 to 2^32 - 1, in the unit of the payload's clock. */
    public long timestamp() {
        return timestamp;
    }

    /** The SSRC. */
    public int source() {
        return source;
    }

    public int payloadType() {
        return payloadType;
    }

    /** For video: the last packet of a picture. */
    public boolean marker() {
        return marker;
    }

    /** How far one sequence number is behind another, from -32,768 to 32,767. */
    public static int distance(int from, int to) {
        return (short) (to - from);
    }
}
