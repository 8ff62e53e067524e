package org.gridsight.spatial.hotspot;

import org.gridsight.spatial.UnusableInput;

/**
 * Whether a series rises or falls, by counting which of every two values is the larger. Method: Mann, "Nonparametric
 * tests against trend", Econometrica 13, 1945; Kendall's variance with its correction for ties, and half of the smallest
 * step taken off for continuity. Guarantee: unchanged by any monotone change of the values; a constant series and fewer
 * than two values have z = 0. Cost: the square of the length. Limit: the normal approximation is rough below 8 values,
 * and values that depend on the one before make it too sure of itself.
 *
 * @param statistic pairs that rise minus pairs that fall
 * @param z above 0 for a rise
 * @param p two-sided
 */
public record MannKendall(long statistic, double z, double p) {

    public static MannKendall of(double[] series) {
        int n = series.length;
        long statistic = 0;
        double tied = 0;
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(series[i])) {
                throw new UnusableInput("value " + (i + 1) + " of the series is " + series[i] + ", no number");
            }
            int equal = 1;
            boolean first = true;
            for (int j = 0; j < i; j++) {
                statistic += Double.compare(series[i] + 0.0, series[j] + 0.0);
                first &= series[j] != series[i];
            }
            for (int j = i + 1; j < n && first; j++) {
                equal += series[j] == series[i] ? 1 : 0;
            }
            // counted once for each group of equal values, at its first one
            tied += first ? term(equal) : 0;
        }
        double variance = (term(n) - tied) / 18;
        double z = variance > 0 ? (statistic - Long.signum(statistic)) / Math.sqrt(variance) : 0;
        return new MannKendall(statistic, z, NormalTail.twoSided(z));
    }

    private static double term(double size) {
        return size * (size - 1) * (2 * size + 5);
    }
}
