package org.gridsight.app.hotspots;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Cases and the cell that holds each.
 *
 * @param cell of each case, or {@link CellLayout#NOWHERE}; only read
 * @param layoutSize how many cells there are
 */
record PlacedCases(CaseSet cases, int[] cell, int layoutSize) {

    double[] counts() {
        return counts(i -> true);
    }

    /** How many of some of the cases lie in each cell. */
    double[] counts(IntPredicate wanted) {
        double[] counts = new double[layoutSize];
        for (int i = 0; i < cell.length; i++) {
            if (cell[i] >= 0 && wanted.test(i)) {
                counts[cell[i]]++;
            }
        }
        return counts;
    }

    boolean liesIn(BitSet group, int i) {
        return cell[i] >= 0 && group.get(cell[i]);
    }

    int[] members(BitSet group) {
        return IntStream.range(0, cell.length).filter(i -> liesIn(group, i)).toArray();
    }
}
