package org.gridsight.spatial.hotspot.scan;

/** Counts with a mean and a variance above it: the Poisson distribution with a rate that itself varies. Immutable. */
final class NegativeBinomial {

    private final double size;
    private final double success;

    /** @param variance above the mean */
    NegativeBinomial(double mean, double variance) {
        this.size = mean * mean / (variance - mean);
        this.success = mean / variance;
    }

    /** The chance of {@code count} or more, summed from there upwards, so that small chances keep their digits. */
    double atLeast(int count) {
        double log = size * Math.log(success);
        for (int k = 0; k < count; k++) {
            log += Math.log((k + size) / (k + 1.0)) + Math.log1p(-success);
        }
        double term = Math.exp(log);
        double below = 0;
        double back = term;
        for (int k = count; k > 0 && count <= mean(); k--) {
            back *= k / ((k - 1 + size) * (1 - success));
            below += back;
        }
        if (count <= mean()) {
            return Math.max(0, Math.min(1, 1 - below));
        }
        double sum = 0;
        for (int k = count; term > sum * 1e-17; k++) {
            sum += term;
            term *= (k + size) / (k + 1.0) * (1 - success);
        }
        return Math.min(1, sum);
    }

    private double mean() {
        return size * (1 - success) / success;
    }
}
