package org.gridsight.spatial.hotspot;

/**
 * Probabilities of the standard normal distribution. Near the middle the series of positive terms for erf (Abramowitz
 * and Stegun 7.1.6), in the tail the continued fraction for erfc (7.1.14), so that small probabilities keep their
 * relative precision: within 1e-13 of themselves down to 1e-300.
 */
public final class NormalTail {

    private static final double SQRT_PI = Math.sqrt(Math.PI);
    private static final double SWITCH = 2.2;
    private static final double UNDERFLOW = 26.5;
    private static final double[] ODD_RECIPROCALS = new double[64];

    static {
        for (int n = 0; n < ODD_RECIPROCALS.length; n++) {
            ODD_RECIPROCALS[n] = 2.0 / (2 * n + 1);
        }
    }

    private NormalTail() {}

    /** Probability of a value at least as far from 0 as {@code z}, on either side. */
    public static double twoSided(double z) {
        return erfc(Math.abs(z) / Math.sqrt(2));
    }

    /** Probability of a value of at least {@code z}. */
    public static double upper(double z) {
        return z >= 0 ? twoSided(z) / 2 : 1 - twoSided(z) / 2;
    }

    private static double erfc(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        if (x < SWITCH) {
            return 1 - erf(x);
        }
        if (x > UNDERFLOW) {
            return 0;
        }
        // from the innermost fraction outwards; 60 levels are plenty from the switch on
        double fraction = x;
        for (int level = 60; level >= 1; level--) {
            fraction = x + level / 2.0 / fraction;
        }
        return Math.exp(-x * x) / (SQRT_PI * fraction);
    }

    private static double erf(double x) {
        double square = x * x;
        double term = x;
        double sum = x;
        for (int n = 1; n < ODD_RECIPROCALS.length && term > 1e-17 * sum; n++) {
            term *= square * ODD_RECIPROCALS[n];
            sum += term;
        }
        return 2 / SQRT_PI * Math.exp(-square) * sum;
    }
}
