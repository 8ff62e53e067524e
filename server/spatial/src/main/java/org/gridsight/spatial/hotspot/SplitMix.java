package org.gridsight.spatial.hotspot;

/**
 * A stream of random numbers for one numbered piece of work, so that results do not depend on threads. Method: Steele,
 * Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
 */
final class SplitMix {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    SplitMix(long seed, long stream) {
        this.state = mix(mix(seed + GOLDEN) + stream * GOLDEN);
    }

    /** A whole number from 0 to {@code bound - 1}; the bias is below {@code bound / 2^32}. */
    int below(int bound) {
        state += GOLDEN;
        return (int) (((mix(state) >>> 32) * bound) >>> 32);
    }

    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
