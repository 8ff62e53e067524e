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

    /**
     * Adds to each cell the probability that it is among {@code count} cells when chance decides between equal values:
     * what a marking is worth without the luck of the order.
     */
    void addOdds(int count, double[] odds) {
        double least = sorted[sorted.length - count];
        int above = 0;
        int equal = 0;
        for (double value : values) {
            above += value > least ? 1 : 0;
            equal += value == least ? 1 : 0;
        }
        double share = (double) (count - above) / equal;
        for (int cell = 0; cell < values.length; cell++) {
            odds[cell] += values[cell] > least ? 1 : values[cell] == least ? share : 0;
        }
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
