package org.gridsight.spatial.hotspot;

import org.gridsight.spatial.Run;

/** What Gi* says about every cell: the sum around it, its z-score and two-sided p-value. Immutable. */
public final class CellScores {

    private final double mean;
    private final double deviation;
    private final double[] sums;
    private final double[] z;

    /** Takes the arrays over. */
    CellScores(double mean, double deviation, double[] sums, double[] z) {
        this.mean = mean;
        this.deviation = deviation;
        this.sums = sums;
        this.z = z;
    }

    public int size() {
        return z.length;
    }

    /** Mean of the values of all cells; 0 when there are no cells. */
    public double mean() {
        return mean;
    }

    /** Population standard deviation of the values of all cells. */
    public double deviation() {
        return deviation;
    }

    /** Sum of the values near a cell, its own included. */
    public double sum(int cell) {
        return sums[cell];
    }

    /** Standard deviations by which the sum near a cell exceeds what the mean would give. */
    public double z(int cell) {
        return z[cell];
    }

    /** Two-sided p-value of a cell under the normal approximation. */
    public double p(int cell) {
        return NormalTail.twoSided(z[cell]);
    }

    /** All z-scores, a copy. */
    public double[] zs() {
        return z.clone();
    }

    /** All two-sided p-values. */
    public double[] ps(Run run) {
        double[] p = new double[z.length];
        run.each(p.length, 1 << 12, (from, to) -> {
            for (int cell = from; cell < to; cell++) {
                p[cell] = NormalTail.twoSided(z[cell]);
            }
        });
        return p;
    }
}
