package org.gridsight.spatial.hotspot.scan;

import org.gridsight.spatial.UnusableInput;

/**
 * How often the days are dealt anew to the cases to learn what chance does.
 *
 * @param most the number of replicas, unless the scan stops before
 * @param stopAfter the scan stops as soon as so many replicas reached the best cluster of the data: it is then clearly
 *     nothing, and p = stopAfter / replicas done (Besag and Clifford, Biometrika 78, 1991); 0 never stops
 */
public record Replicas(int most, long seed, int stopAfter) {

    private static final int LIMIT = 1_000_000;

    public Replicas {
        if (most < 0 || most > LIMIT) {
            throw new UnusableInput("replicas is " + most + ", it must be 0 to " + LIMIT);
        }
        if (stopAfter < 0) {
            throw new UnusableInput("stop-after is " + stopAfter + ", it must be at least 0");
        }
    }

    /** All of them, whatever comes out. */
    public static Replicas of(int most, long seed) {
        return new Replicas(most, seed, 0);
    }
}
