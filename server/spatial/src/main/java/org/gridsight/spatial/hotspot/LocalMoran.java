package org.gridsight.spatial.hotspot;

import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;

/**
 * Local Moran: whether each cell is like the cells around it (above 0) or stands out against them (below). Method:
 * Anselin, "Local indicators of spatial association", Geographical Analysis 27, 1995; rows of weights sum to 1, a cell
 * is not its own neighbour; moments under conditional randomisation as in Sokal, Oden and Thomson, Geographical Analysis
 * 30, 1998. Guarantee: equal to the definition up to rounding; a constant field and a cell without neighbours have 0.
 * Cost: one pass. Limit: needs at least 3 cells; likeness is not excess, so it never says "unusual" by itself.
 */
public final class LocalMoran {

    private final Neighbourhood neighbourhood;

    public LocalMoran(Neighbourhood neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    /** The statistic of every cell and its z-score. Immutable. */
    public static final class Likeness {

        private final double[] statistic;
        private final double[] z;

        private Likeness(double[] statistic, double[] z) {
            this.statistic = statistic;
            this.z = z;
        }

        public int size() {
            return z.length;
        }

        public double statistic(int cell) {
            return statistic[cell];
        }

        public double z(int cell) {
            return z[cell];
        }
    }

    public Likeness likeness(double[] values, Run run) {
        int cells = neighbourhood.cells();
        if (values.length != cells) {
            throw new UnusableInput("there are " + values.length + " values for " + cells + " cells");
        }
        // the deviations cancel in the mean, so their sums near a cell lose no digits
        double[] deviations = centred(values);
        double[] sums = new double[cells];
        neighbourhood.sums(deviations, sums, run);
        double secondMoment = 0;
        for (double deviation : deviations) {
            secondMoment += deviation * deviation / cells;
        }
        double[] statistic = new double[cells];
        double[] z = new double[cells];
        for (int cell = 0; cell < cells && secondMoment > 0; cell++) {
            double own = deviations[cell];
            int others = neighbourhood.size(cell) - 1;
            if (others > 0) {
                statistic[cell] = own / secondMoment * (sums[cell] - own) / others;
                z[cell] = z(statistic[cell], own, secondMoment, others);
            }
        }
        return new Likeness(statistic, z);
    }

    private double z(double statistic, double own, double secondMoment, int others) {
        double n = neighbourhood.cells();
        double expected = -own * own / ((n - 1) * secondMoment);
        double scale = own / secondMoment;
        double variance =
                scale * scale * (n / (n - 2)) * (1.0 / others - 1 / (n - 1)) * (secondMoment - own * own / (n - 1));
        return n > 2 && variance > 0 ? (statistic - expected) / Math.sqrt(variance) : 0;
    }

    private static double[] centred(double[] values) {
        double mean = 0;
        boolean constant = true;
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new UnusableInput("a value is " + value + ", no number");
            }
            mean += value / values.length;
            constant &= value == values[0];
        }
        double[] deviations = new double[values.length];
        for (int cell = 0; cell < values.length && !constant; cell++) {
            deviations[cell] = values[cell] - mean;
        }
        return deviations;
    }
}
