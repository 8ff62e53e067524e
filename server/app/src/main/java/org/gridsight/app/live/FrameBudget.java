package org.gridsight.app.live;

/** How many frames a client may send: a burst, then so many a second. Used by the one thread that reads a socket. */
final class FrameBudget {

    private static final double BURST = 100;
    private static final double PER_SECOND = 20;

    private double left = BURST;
    private long lastNanos;

    FrameBudget(long nowNanos) {
        lastNanos = nowNanos;
    }

    boolean take(long nowNanos) {
        left = Math.min(BURST, left + (nowNanos - lastNanos) / 1e9 * PER_SECOND);
        lastNanos = nowNanos;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
