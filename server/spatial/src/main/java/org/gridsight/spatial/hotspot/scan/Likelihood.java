package org.gridsight.spatial.hotspot.scan;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Log of the generalised likelihood ratio of c observed against e expected of C in all, (c/e)^c ((C-c)/(C-e))^(C-c),
 * and the inverse question that makes scanning fast: how much may be expected at most for c observed to reach a given
 * ratio. Safe for any thread: a slot of the table is written with a finished array that every thread would make alike.
 */
final class Likelihood {

    /** Counts from here on are never screened. */
    static final int SCREENED = 1_024;

    private static final double STEP = 0.125;
    private static final int LEVELS = 2_048;

    private final double all;
    private final AtomicReferenceArray<double[]> limits = new AtomicReferenceArray<>(LEVELS);

    /** @param all C, at least 2 */
    Likelihood(int all) {
        this.all = all;
    }

    /** For 0 < e < c < C. */
    double of(int c, double e) {
        double rest = all - c;
        return c * Math.log(c / e) + rest * Math.log1p((e - c) / (all - e));
    }

    /**
     * For each count up to {@link #SCREENED} the most of C times e with which it can still reach a ratio; nothing above
     * it can, a few below it cannot either. Counts below 2 never can. The array is not to be changed.
     */
    double[] limits(double ratio) {
        int level = (int) Math.min(LEVELS - 1, ratio / STEP);
        double[] known = limits.get(level);
        if (known == null) {
            known = solve(level * STEP);
            limits.set(level, known);
        }
        return known;
    }

    private double[] solve(double ratio) {
        double[] most = new double[SCREENED + 1];
        Arrays.fill(most, 0, 2, -1);
        for (int c = 2; c < SCREENED; c++) {
            most[c] = c >= all ? -1 : all * expected(c, ratio) * (1 + 1e-9);
        }
        most[SCREENED] = Double.POSITIVE_INFINITY;
        return most;
    }

    /** Newton's method on the logarithm of e, in which the ratio is convex and falling; begun where it is too high. */
    private double expected(int c, double ratio) {
        if (ratio == 0) {
            return c;
        }
        double log = Math.log(c) - ratio / c - 1;
        for (int i = 0; i < 100; i++) {
            double e = Math.exp(log);
            double step = (of(c, e) - ratio) / (c - (all - c) * e / (all - e));
            log += step;
            if (Math.abs(step) < 1e-13) {
                break;
            }
        }
        return Math.exp(log);
    }
}
