package org.gridsight.spatial.hotspot.forecast;

import java.util.Arrays;

/** The cells with the highest values; between equal ones the lower number wins, so the choice is always the same. */
final class TopCells {

    private final double[] values;
    private final double[] sorted;

    TopCells(double[] values) {
        this.values = values;
        this.sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** Marks {@code count} cells. */
    static boolean[] of(double[] values, int count) {
        return new TopCells(values).first(count);
    }

    /** Marks {@code count} cells, 1 at least and all at most. */
    boolean[] first(int count) {
        double least = sorted[sorted.length - count];
        boolean[] top = new boolean[values.length];
        int taken = 0;
        for (int cell = 0; cell < values.length; cell++) {
            if (values[cell] > least) {
                top[cell] = true;
                taken++;
            }
        }
        for (int cell = 0; taken < count; cell++) {
            if (values[cell] == least) {
                top[cell] = true;
                taken++;
            }
        }
        return top;
    }
}
