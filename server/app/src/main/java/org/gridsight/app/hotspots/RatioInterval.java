package org.gridsight.app.hotspots;

/**
 * The 95 % interval of observed over expected, the count taken for Poisson: Byar's approximation (Breslow and Day,
 * Statistical Methods in Cancer Research II, 1987, section 2.3), within 1 % of the exact limits from 5 cases on.
 */
record RatioInterval(double low, double high) {

    private static final double Z = 1.959964;

    static RatioInterval of(int observed, double expected) {
        return new RatioInterval(lower(observed) / expected, upper(observed + 1.0) / expected);
    }

    private static double lower(double n) {
        return n == 0 ? 0 : n * cube(1 - 1 / (9 * n) - Z / (3 * Math.sqrt(n)));
    }

    private static double upper(double n) {
        return n * cube(1 - 1 / (9 * n) + Z / (3 * Math.sqrt(n)));
    }

    private static double cube(double value) {
        return value * value * value;
    }
}
