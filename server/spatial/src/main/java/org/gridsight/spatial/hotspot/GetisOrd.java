package org.gridsight.spatial.hotspot;

import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;

/**
 * Gi*: how far the sum of the values near each cell, its own included, lies from what the mean of all cells would give,
 * in standard deviations. Method: Ord and Getis, "Local spatial autocorrelation statistics", Geographical Analysis 27,
 * 1995, with binary weights and the population standard deviation over all cells. Guarantee: equal to the definition up
 * to rounding; a constant field, a single cell and a neighbourhood that is everything have z = 0. Cost: one pass over
 * cells and neighbours. Limit: the p-value is a normal approximation, poor where cells are few or nearly all empty;
 * on raw counts it finds the busy centre, so only observed minus expected may be called unusual.
 */
public final class GetisOrd {

    private final Neighbourhood neighbourhood;

    public GetisOrd(Neighbourhood neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    /** Scores of one value per cell. */
    public CellScores scores(double[] values, Run run) {
        checkValues(values);
        double[] sums = new double[values.length];
        neighbourhood.sums(values, sums, run);
        double mean = 0;
        for (double value : values) {
            mean += value;
        }
        mean /= Math.max(1, values.length);
        return scores(sums, mean, deviation(values, mean));
    }

    /**
     * Scores of what happened beyond what was to be expected, cell by cell.
     *
     * @param expected one per cell, not below 0, of the same period and the same area as {@code observed}
     */
    public CellScores excess(double[] observed, double[] expected, Run run) {
        if (expected.length != observed.length) {
            throw new UnusableInput("there are " + observed.length + " observed but " + expected.length + " expected");
        }
        double[] excess = new double[observed.length];
        for (int cell = 0; cell < excess.length; cell++) {
            if (!(expected[cell] >= 0)) {
                throw new UnusableInput("cell " + cell + ": expected is " + expected[cell] + ", below 0");
            }
            excess[cell] = observed[cell] - expected[cell];
        }
        return scores(excess, run);
    }

    /** Turns local sums into scores. The array of sums is handed over. */
    CellScores scores(double[] sums, double mean, double deviation) {
        double[] factors = factors(deviation);
        double[] z = new double[sums.length];
        for (int cell = 0; cell < z.length; cell++) {
            int size = neighbourhood.size(cell);
            // adding 0 turns -0 into 0
            z[cell] = (sums[cell] - size * mean) * factors[size] + 0.0;
        }
        return new CellScores(mean, deviation, sums, z);
    }

    /** One over the standard deviation of a sum, by the size of its neighbourhood; 0 where there is nothing to say. */
    double[] factors(double deviation) {
        int cells = neighbourhood.cells();
        int largest = 0;
        for (int cell = 0; cell < cells; cell++) {
            largest = Math.max(largest, neighbourhood.size(cell));
        }
        double[] factors = new double[largest + 1];
        for (int size = 1; size <= largest; size++) {
            double spread = deviation * Math.sqrt((double) size * (cells - size) / Math.max(1, cells - 1));
            factors[size] = spread > 0 ? 1 / spread : 0;
        }
        return factors;
    }

    /** Population standard deviation, exactly 0 for a constant field. */
    private static double deviation(double[] values, double mean) {
        double squares = 0;
        boolean constant = true;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
            constant &= value == values[0];
        }
        return constant ? 0 : Math.sqrt(squares / values.length);
    }

    private void checkValues(double[] values) {
        if (values.length != neighbourhood.cells()) {
            throw new UnusableInput("there are " + values.length + " values for " + neighbourhood.cells() + " cells");
        }
        for (int cell = 0; cell < values.length; cell++) {
            if (!Double.isFinite(values[cell])) {
                throw new UnusableInput("cell " + cell + ": the value is " + values[cell] + ", no number");
            }
        }
    }
}
