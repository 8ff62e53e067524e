package org.gridsight.media.ps;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.gridsight.media.MediaFault;
import org.gridsight.media.rtp.RtpPacket;

/**
 * RTP packets out of a TCP connection, each behind its length in two bytes (RFC 4571). A device that loses count is followed:
 * the next place that looks like a packet of the same source is the beginning again.
 */
final class TcpFraming {

    private static final int LENGTH = 2;
    private static final int MAX_PACKET = 65_535;
    private static final int MAX_REPORT = 2_000;
    private static final int MAX_SKIPPED = 64 * 1024;

    private final Consumer<ByteBuffer> packets;
    private final Consumer<MediaFault> faults;
    private final byte[] data = new byte[2 * (MAX_PACKET + LENGTH)];
    private final ByteBuffer view = ByteBuffer.wrap(data);
    private int from;
    private int to;
    private boolean known;
    private int source;
    private int payloadType;
    private boolean lookingFor;
    private int skipped;

    TcpFraming(Consumer<ByteBuffer> packets, Consumer<MediaFault> faults) {
        this.packets = packets;
        this.faults = faults;
    }

    void feed(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            makeRoom();
            int count = Math.min(bytes.remaining(), data.length - to);
            bytes.get(data, to, count);
            to += count;
            take();
        }
    }

    private void makeRoom() {
        if (from > 0) {
            System.arraycopy(data, from, data, 0, to - from);
            to -= from;
            from = 0;
        }
    }

    /** After it less than one packet is held, so that there is always room for another. */
    private void take() {
        while (to - from >= LENGTH + RtpPacket.HEADER) {
            if (!looksRight(from)) {
                resync();
            } else {
                int length = lengthAt(from);
                if (to - from < LENGTH + length) {
                    return;
                }
                int start = from + LENGTH;
                from = start + length;
                remember(start);
                lookingFor = false;
                skipped = 0;
                packets.accept(view.clear().limit(from).position(start));
            }
        }
    }

    private int lengthAt(int at) {
        return (data[at] & 0xff) << 8 | data[at + 1] & 0xff;
    }

    private boolean looksRight(int at) {
        int packet = at + LENGTH;
        if (lengthAt(at) < RtpPacket.HEADER || (data[packet] & 0xc0) != 0x80) {
            return false;
        }
        if (isReport(data[packet + 1] & 0xff)) {
            // RTCP, which some devices send on the same connection (RFC 5761): its own length must fit
            int words = (data[packet + 2] & 0xff) << 8 | data[packet + 3] & 0xff;
            return !lookingFor && 4 * (words + 1) <= lengthAt(at) && lengthAt(at) <= MAX_REPORT;
        }
        // a second source on the same connection would be strange; a lost count is not
        return !known || ((data[packet + 1] & 0x7f) == payloadType && sourceAt(packet) == source);
    }

    /** RTCP and not RTP, by the second byte (RFC 5761 section 4). */
    static boolean isReport(int secondByte) {
        return secondByte >= 192 && secondByte <= 223;
    }

    private int sourceAt(int packet) {
        return view.clear().getInt(packet + 8);
    }

    private void remember(int packet) {
        int second = data[packet + 1] & 0xff;
        if (!known && !isReport(second)) {
            known = true;
            payloadType = second & 0x7f;
            source = sourceAt(packet);
        }
    }

    private void resync() {
        if (!lookingFor) {
            lookingFor = true;
            faults.accept(new MediaFault("rtp-out-of-step", "the length before a packet was wrong"));
        }
        do {
            from++;
            if (++skipped > MAX_SKIPPED) {
                // the device has begun anew under another name
                known = false;
            }
        } while (to - from >= LENGTH + RtpPacket.HEADER && !looksRight(from));
    }
}
