package org.gridsight.spatial.hotspot.scan;

import java.util.Arrays;

/**
 * The least that any window of a length class with a given day in it can expect. A class holds lengths that grow by
 * half; its longer windows hold one of its shortest. Depends on the base alone, so all replicas share it. Immutable.
 */
final class LeastSums {

    private final int[] shortest;
    private final double[] least;

    LeastSums(DayBase base, int maxDays) {
        int[] lengths = new int[64];
        int classes = 0;
        for (int length = 1; length <= maxDays; length = Math.max(length + 1, length * 3 / 2)) {
            lengths[classes++] = length;
        }
        this.shortest = Arrays.copyOf(lengths, classes + 1);
        shortest[classes] = maxDays + 1;
        this.least = new double[classes * base.days()];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int j = 0; j < classes; j++) {
            fill(base, j, classes);
        }
    }

    private void fill(DayBase base, int lengthClass, int classes) {
        int length = shortest[lengthClass];
        for (int from = 0; from + length <= base.days(); from++) {
            double sum = base.before(from + length) - base.before(from);
            for (int day = from; day < from + length; day++) {
                int at = day * classes + lengthClass;
                least[at] = Math.min(least[at], sum);
            }
        }
    }

    int classes() {
        return shortest.length - 1;
    }

    /** The longest windows of a class. */
    int longest(int lengthClass) {
        return shortest[lengthClass + 1] - 1;
    }

    /** By day, then by class; not to be changed. */
    double[] byDay() {
        return least;
    }
}
