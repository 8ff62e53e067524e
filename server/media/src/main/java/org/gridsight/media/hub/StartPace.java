package org.gridsight.media.hub;

import java.time.Duration;

/**
 * Spreads the starts of all sources, so that a network that comes back does not set thousands of cameras going in one
 * instant. Each caller is given the next free slot; one camera holds at most one.
 */
final class StartPace {

    private final HubTimer timer;
    private final long slotNanos;
    private long nextFree;

    StartPace(HubTimer timer, int startsPerSecond) {
        this.timer = timer;
        this.slotNanos = Duration.ofSeconds(1).toNanos() / startsPerSecond;
        this.nextFree = timer.nanos();
    }

    /** Takes the next slot; answers how long to wait, at least as long as wished. */
    synchronized Duration reserve(Duration wish) {
        long now = timer.nanos();
        long slot = Math.max(nextFree, now);
        nextFree = slot + slotNanos;
        return Duration.ofNanos(Math.max(slot - now, wish.toNanos()));
    }
}
