package org.gridsight.media.hub;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next run. The first retry is quick; then the wait doubles up to a bound that is short while
 * somebody looks, so that the picture is back soon after the camera, and long when it is only kept warm.
 */
final class BackOff {

    private static final double FIRST_MILLIS = 250;
    private static final double WATCHED_MILLIS = 1_800;
    private static final double WARM_MILLIS = 30_000;
    private static final int MOST_DOUBLINGS = 10;

    private final RandomGenerator random;
    private int failures;

    BackOff(RandomGenerator random) {
        this.random = random;
    }

    /** A run has lasted: what comes next is a new trouble. */
    void reset() {
        failures = 0;
    }

    /** The wait, with a quarter of jitter to both sides. */
    Duration next(boolean watched) {
        double bound = watched ? WATCHED_MILLIS : WARM_MILLIS;
        double wait = Math.min(bound, FIRST_MILLIS * (1 << failures));
        failures = Math.min(failures + 1, MOST_DOUBLINGS);
        return Duration.ofMillis(Math.round(wait * (0.75 + random.nextDouble() / 2)));
    }
}
