package org.gridsight.spatial.hotspot.scan;

import java.util.function.IntBinaryOperator;
import org.gridsight.spatial.Run;

/** Puts indexes in order without a box for each: a stable merge sort that can be called off. */
final class IndexOrder {

    private IndexOrder() {}

    /**
     * Sorts in place.
     *
     * @param compare two indexes; equal ones keep their order
     */
    static void sort(int[] indexes, IntBinaryOperator compare, Run run) {
        int[] from = indexes;
        int[] to = new int[indexes.length];
        for (long width = 1; width < indexes.length; width *= 2) {
            run.check();
            for (long low = 0; low < indexes.length; low += 2 * width) {
                int middle = (int) Math.min(indexes.length, low + width);
                merge(
                        from,
                        to,
                        new int[] {(int) low, middle, (int) Math.min(indexes.length, low + 2 * width)},
                        compare);
            }
            int[] other = from;
            from = to;
            to = other;
        }
        if (from != indexes) {
            System.arraycopy(from, 0, indexes, 0, indexes.length);
        }
    }

    /** @param bounds of the two sorted runs: begin of the first, begin of the second, end */
    private static void merge(int[] from, int[] to, int[] bounds, IntBinaryOperator compare) {
        int left = bounds[0];
        int right = bounds[1];
        for (int at = bounds[0]; at < bounds[2]; at++) {
            boolean takeLeft =
                    left < bounds[1] && (right == bounds[2] || compare.applyAsInt(from[left], from[right]) <= 0);
            to[at] = takeLeft ? from[left++] : from[right++];
        }
    }
}
