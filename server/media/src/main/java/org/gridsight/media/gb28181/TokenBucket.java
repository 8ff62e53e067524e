package org.gridsight.media.gb28181;

import java.util.concurrent.TimeUnit;

/** So much a second and no more, with one second's worth saved up for a burst. For one thread. */
final class TokenBucket {

    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    private final double perSecond;
    private double left;
    private long filledAt;

    /** Full at {@code now}, a {@link System#nanoTime()}. */
    TokenBucket(double perSecond, long now) {
        this.perSecond = perSecond;
        left = perSecond;
        filledAt = now;
    }

    boolean has(double wanted, long now) {
        left = Math.min(perSecond, left + (now - filledAt) / SECOND * perSecond);
        filledAt = now;
        return left >= wanted;
    }

    void take(double wanted) {
        left -= wanted;
    }
}
