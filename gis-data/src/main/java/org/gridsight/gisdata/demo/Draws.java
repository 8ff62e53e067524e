package org.gridsight.gisdata.demo;

import java.util.List;

/**
 * A seeded stream of random numbers (SplitMix64, Steele, Lea and Flood 2014) that gives the same bytes on every machine.
 * Branches depend on the seed and their name only, never on how much was drawn before: one part of the township can
 * change without moving the others.
 */
final class Draws {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long origin;
    private long state;

    Draws(long seed) {
        this.origin = seed;
        this.state = seed;
    }

    Draws branch(String name) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return branch(hash);
    }

    Draws branch(long key) {
        return new Draws(mix(origin * GOLDEN + mix(key + GOLDEN)));
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** In [0, 1). */
    double unit() {
        return (next() >>> 11) * 0x1p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * unit();
    }

    int below(int bound) {
        return (int) (unit() * bound);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** Standard normal, by Box and Muller; the second value is thrown away to keep the stream simple. */
    double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    /** Poisson by multiplication (Knuth); meant for means below about 50. */
    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = unit(); product > limit; product *= unit()) {
            count++;
        }
        return count;
    }

    <T> T pick(List<T> options) {
        return options.get(below(options.size()));
    }

    /** An index with a chance in proportion to its weight. */
    int weighted(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = unit() * total;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    <T> void shuffle(List<T> items) {
        for (int i = items.size() - 1; i > 0; i--) {
            int j = below(i + 1);
            T held = items.get(i);
            items.set(i, items.get(j));
            items.set(j, held);
        }
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
