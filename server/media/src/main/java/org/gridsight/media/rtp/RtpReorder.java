package org.gridsight.media.rtp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Puts packets that UDP has mixed up back in order. A packet in order passes at once and uncopied; one that is ahead waits until
 * the gap is filled, too many wait or the gap has lasted too long, and then the gap is told as lost.
 */
public final class RtpReorder {

    /** What becomes of the packets. */
    public interface Receiver {

        /** The next packet, header included; lent for this call. */
        void packet(ByteBuffer packet);

        /** So many packets did not come. */
        void lost(int packets);
    }

    /** A source that leaps further than this has begun anew. */
    private static final int MAX_LEAP = 3000;

    private final Receiver receiver;
    private final int window;
    private final long maxWaitNanos;
    private final @Nullable ByteBuffer[] waiting;
    private final byte[][] spare;
    private int spares;
    private int waitingCount;
    private int expected = -1;
    private long gapSince;

    /**
     * @param window how many packets may be held, a power of two
     * @param maxWaitNanos how long a gap may last; seen when the next packet comes
     */
    public RtpReorder(int window, long maxWaitNanos, Receiver receiver) {
        if (Integer.bitCount(window) != 1) {
            throw new IllegalArgumentException("window must be a power of two, was " + window);
        }
        this.window = window;
        this.maxWaitNanos = maxWaitNanos;
        this.receiver = receiver;
        waiting = new ByteBuffer[window];
        spare = new byte[window][];
    }

    /** Takes one RTP packet with its sequence number. */
    public void offer(ByteBuffer packet, int sequence, long nowNanos) {
        if (expected < 0) {
            expected = sequence;
        }
        int ahead = RtpPacket.distance(expected, sequence);
        if (ahead < 0 && ahead > -MAX_LEAP) {
            // a double, or too late
            return;
        }
        if (Math.abs(ahead) >= MAX_LEAP) {
            forget();
            receiver.lost(1);
            expected = sequence;
            ahead = 0;
        }
        if (ahead == 0) {
            deliver(packet);
            deliverWaiting();
            gapSince = nowNanos;
            return;
        }
        while (ahead >= window && waitingCount > 0) {
            passGap();
            ahead = RtpPacket.distance(expected, sequence);
        }
        if (ahead >= window) {
            receiver.lost(ahead);
            expected = sequence;
            ahead = 0;
        }
        if (ahead == 0) {
            deliver(packet);
            deliverWaiting();
            gapSince = nowNanos;
        } else if (ahead > 0) {
            hold(packet, sequence, nowNanos);
        }
        checkTime(nowNanos);
    }

    /** Gives up a gap that has lasted too long. */
    public void checkTime(long nowNanos) {
        if (waitingCount > 0 && nowNanos - gapSince > maxWaitNanos) {
            passGap();
            gapSince = nowNanos;
        }
    }

    /** Packets held now. */
    public int waitingCount() {
        return waitingCount;
    }

    private void hold(ByteBuffer packet, int sequence, long nowNanos) {
        int slot = sequence % window;
        if (waiting[slot] != null) {
            return;
        }
        if (waitingCount == 0) {
            gapSince = nowNanos;
        }
        int length = packet.remaining();
        byte[] room =
                spares > 0 && spare[spares - 1].length >= length ? spare[--spares] : new byte[Math.max(length, 1600)];
        packet.get(room, 0, length);
        waiting[slot] = ByteBuffer.wrap(room, 0, length);
        waitingCount++;
    }

    /** Tells the gap before the first packet that waits, then delivers what is in order again. */
    private void passGap() {
        int missing = 0;
        while (waiting[expected % window] == null) {
            expected = expected + 1 & 0xffff;
            missing++;
        }
        receiver.lost(missing);
        deliverWaiting();
    }

    private void deliver(ByteBuffer packet) {
        expected = expected + 1 & 0xffff;
        receiver.packet(packet);
    }

    private void deliverWaiting() {
        while (waitingCount > 0) {
            int slot = expected % window;
            ByteBuffer next = waiting[slot];
            if (next == null) {
                return;
            }
            release(slot, next);
            deliver(next);
        }
    }

    private void release(int slot, ByteBuffer held) {
        waiting[slot] = null;
        waitingCount--;
        if (spares < spare.length) {
            spare[spares++] = held.array();
        }
    }

    private void forget() {
        for (int slot = 0; slot < window; slot++) {
            ByteBuffer held = waiting[slot];
            if (held != null) {
                release(slot, held);
            }
        }
    }
}
