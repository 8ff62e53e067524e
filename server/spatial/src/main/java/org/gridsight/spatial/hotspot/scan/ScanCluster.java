package org.gridsight.spatial.hotspot.scan;

import java.util.List;

/**
 * A cylinder in which more happened than place and days alone explain.
 *
 * @param cases the cases in it, counted from 0 as in the input
 */
public record ScanCluster(Circle circle, Days days, Strength strength, Proof proof, List<Integer> cases) {

    /** Around the centre of a cell to that of the farthest one in it; the radius of a single cell is 0. */
    public record Circle(double x, double y, double radiusMetres) {}

    /**
     * How much more.
     *
     * @param statistic log of the generalised likelihood ratio
     */
    public record Strength(int observed, double expected, double statistic) {

        public double ratio() {
            return observed / expected;
        }
    }

    /**
     * How sure.
     *
     * @param p by rank among the replicas; 1 when there were none
     * @param gumbelP by the fitted tail; NaN with fewer than {@link Gumbel#FEWEST} replicas
     * @param recurrenceDays prospective: once in how many days chance alone would bring the like of it, if one looked
     *     every day; NaN for a study of the past
     */
    public record Proof(double p, double gumbelP, double recurrenceDays) {}
}
