package org.gridsight.spatial.hotspot.scan;

/**
 * A Gumbel distribution fitted to the highest ratios of the replicas, so that p can be smaller than one over their
 * number (Abrams, Kulldorff and Kleinman, International Journal of Health Geographics 9:61, 2010). Fitted by maximum
 * likelihood, begun at the moments. Immutable.
 */
public final class Gumbel {

    /** With fewer values the tail would be a guess. */
    public static final int FEWEST = 50;

    private final double location;
    private final double scale;

    private Gumbel(double location, double scale) {
        this.location = location;
        this.scale = scale;
    }

    /** @param values at least {@value #FEWEST}, finite; all equal is taken for no spread at all */
    public static Gumbel of(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double scale = Math.sqrt(6 * squares / (values.length - 1)) / Math.PI;
        if (!(scale > 1e-9)) {
            return new Gumbel(mean, 1e-9);
        }
        for (int i = 0; i < 50; i++) {
            double next = step(values, mean, scale);
            boolean settled = Math.abs(next - scale) < 1e-10 * scale;
            scale = next;
            if (settled) {
                break;
            }
        }
        double sum = 0;
        for (double value : values) {
            sum += Math.exp((mean - value) / scale);
        }
        return new Gumbel(mean - scale * Math.log(sum / values.length), scale);
    }

    /** Newton's step on scale - mean + (sum of x exp(-x/scale)) / (sum of exp(-x/scale)), kept above 0. */
    private static double step(double[] values, double mean, double scale) {
        double weights = 0;
        double first = 0;
        double second = 0;
        for (double value : values) {
            double x = value - mean;
            double weight = Math.exp(-x / scale);
            weights += weight;
            first += weight * x;
            second += weight * x * x;
        }
        double at = first / weights;
        double slope = 1 + (second / weights - at * at) / (scale * scale);
        return Math.max(scale / 2, scale - (scale + at) / slope);
    }

    public double location() {
        return location;
    }

    public double scale() {
        return scale;
    }

    /** The chance of a value at least as high. */
    public double beyond(double value) {
        return -Math.expm1(-Math.exp((location - value) / scale));
    }
}
