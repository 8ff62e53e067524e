package org.gridsight.spatial.hotspot;

import java.util.BitSet;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;

/**
 * Where more happened of late than the earlier pattern gives: Gi* on observed minus expected, the expected count being
 * the late share of all incidents times all incidents of the cell, late and earlier. So neither the busy centre nor a
 * rise of the whole town is an excess. The p-value does not trust the normal approximation: if the times of all
 * incidents were permuted among their places, the late ones near a cell would follow a hypergeometric distribution
 * (Fisher, "Statistical Methods for Research Workers", 1934, exact test), and p is the chance of as many or more.
 * Guarantee: under permuted times each p is exact (never too small), and what is believed holds the false discovery
 * rate. Cost: Gi*, and a short sum for each cell. Limit: incidents that come in bursts at one place (one event reported
 * by many, one prolific reporter) are not independent and must be merged first; few incidents can prove nothing.
 */
public final class CellExcess {

    private final Neighbourhood neighbourhood;
    private final FalseDiscovery falseDiscovery;

    public CellExcess(Neighbourhood neighbourhood, FalseDiscovery falseDiscovery) {
        this.neighbourhood = neighbourhood;
        this.falseDiscovery = falseDiscovery;
    }

    /** What was found near every cell. Immutable. */
    public static final class Excesses {

        private final double[] observed;
        private final double[] expected;
        private final double[] p;
        private final CellScores scores;
        private final BitSet believed;

        private Excesses(double[] observed, double[] expected, double[] p, CellScores scores, BitSet believed) {
            this.observed = observed;
            this.expected = expected;
            this.p = p;
            this.scores = scores;
            this.believed = believed;
        }

        public int size() {
            return p.length;
        }

        /** Late incidents near a cell, its own included. */
        public double observed(int cell) {
            return observed[cell];
        }

        /** Late incidents that the earlier pattern gives near a cell. */
        public double expected(int cell) {
            return expected[cell];
        }

        /** Gi* of observed minus expected. */
        public double z(int cell) {
            return scores.z(cell);
        }

        /** Chance of as many late incidents near a cell, or more, with times permuted. */
        public double p(int cell) {
            return p[cell];
        }

        /** Whether to believe that there is an excess. */
        public boolean believed(int cell) {
            return believed.get(cell);
        }

        /** How many cells to believe. */
        public int believed() {
            return believed.cardinality();
        }
    }

    /**
     * Tests every cell.
     *
     * @param late incidents of the period in question by cell, whole numbers
     * @param earlier incidents of the period to compare with, of any length
     */
    public Excesses of(double[] late, double[] earlier, Run run) {
        int cells = neighbourhood.cells();
        long allLate = total("late", late, cells);
        long all = allLate + total("earlier", earlier, cells);
        double share = all == 0 ? 0 : (double) allLate / all;
        double[] both = new double[cells];
        double[] expectedHere = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            both[cell] = late[cell] + earlier[cell];
            expectedHere[cell] = share * both[cell];
        }
        double[] observed = new double[cells];
        double[] near = new double[cells];
        neighbourhood.sums(late, observed, run);
        neighbourhood.sums(both, near, run);
        CellScores scores = new GetisOrd(neighbourhood).excess(late, expectedHere, run);
        double[] expected = new double[cells];
        double[] p = new double[cells];
        Hypergeometric chance = new Hypergeometric(all, allLate);
        run.each(cells, 1 << 10, (from, to) -> {
            for (int cell = from; cell < to; cell++) {
                expected[cell] = share * near[cell];
                p[cell] = chance.atLeast(Math.round(observed[cell]), Math.round(near[cell]));
            }
        });
        return new Excesses(observed, expected, p, scores, falseDiscovery.believed(p));
    }

    private static long total(String name, double[] counts, int cells) {
        if (counts.length != cells) {
            throw new UnusableInput("there are " + counts.length + " " + name + " counts for " + cells + " cells");
        }
        double total = 0;
        for (int cell = 0; cell < cells; cell++) {
            if (!(counts[cell] >= 0) || counts[cell] != Math.rint(counts[cell]) || counts[cell] > 1e9) {
                throw new UnusableInput(
                        "cell " + cell + ": the " + name + " count is " + counts[cell] + ", it must be a whole number");
            }
            total += counts[cell];
        }
        return (long) total;
    }
}
