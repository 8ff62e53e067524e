package org.gridsight.spatial.hotspot.forecast;

/**
 * Ours minus plain counts, with its interval. NaN when there was nothing to compare.
 *
 * @param low lower end of the interval
 */
public record Difference(double value, double low, double high) {

    /** The interval lies above 0. */
    public boolean isGain() {
        return low > 0;
    }

    /** The interval lies below 0. */
    public boolean isLoss() {
        return high < 0;
    }

    Difference times(double factor) {
        return new Difference(value * factor, low * factor, high * factor);
    }
}
