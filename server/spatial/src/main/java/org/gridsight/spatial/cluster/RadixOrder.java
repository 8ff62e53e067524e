package org.gridsight.spatial.cluster;

import java.util.Arrays;
import org.gridsight.spatial.Run;

/** Sorts whole numbers digit by digit, lowest digit first; equal numbers keep their order. Linear, on all threads. */
final class RadixOrder {

    private static final int DIGIT_BITS = 11;
    /** Below this many numbers a second thread costs more than it brings. */
    private static final int WORTH_SHARING = 1 << 15;

    private long[] keys;
    private int[] order;
    private long[] otherKeys;
    private int[] otherOrder;
    private final int[][] offsets;

    private RadixOrder(long[] keys, int chunks, int digits) {
        this.keys = keys;
        order = new int[keys.length];
        otherKeys = new long[keys.length];
        otherOrder = new int[keys.length];
        offsets = new int[chunks][digits];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
    }

    /**
     * The positions of the keys in rising order.
     *
     * @param keys numbers from 0 to {@code largest}; taken over, their content is lost
     */
    static int[] of(long[] keys, long largest, Run run) {
        int bits = Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(largest));
        int passes = (bits + DIGIT_BITS - 1) / DIGIT_BITS;
        int digitBits = (bits + passes - 1) / passes;
        int chunks = keys.length < WORTH_SHARING ? 1 : run.threads();
        RadixOrder radix = new RadixOrder(keys, chunks, 1 << digitBits);
        for (int pass = 0; pass < passes; pass++) {
            radix.sort(pass * digitBits, run);
        }
        return radix.order;
    }

    private void sort(int shift, Run run) {
        int chunks = offsets.length;
        run.each(chunks, 1, (from, to) -> {
            for (int chunk = from; chunk < to; chunk++) {
                count(keys, begin(chunk), begin(chunk + 1), shift, offsets[chunk]);
            }
        });
        int before = 0;
        for (int digit = 0; digit < offsets[0].length; digit++) {
            for (int[] offset : offsets) {
                int here = offset[digit];
                offset[digit] = before;
                before += here;
            }
        }
        run.each(chunks, 1, (from, to) -> {
            for (int chunk = from; chunk < to; chunk++) {
                scatter(begin(chunk), begin(chunk + 1), shift, offsets[chunk]);
            }
        });
        long[] sortedKeys = otherKeys;
        otherKeys = keys;
        keys = sortedKeys;
        int[] sortedOrder = otherOrder;
        otherOrder = order;
        order = sortedOrder;
    }

    private int begin(int chunk) {
        return (int) ((long) keys.length * chunk / offsets.length);
    }

    private static void count(long[] keys, int from, int to, int shift, int[] counts) {
        Arrays.fill(counts, 0);
        int mask = counts.length - 1;
        for (int i = from; i < to; i++) {
            counts[(int) (keys[i] >>> shift) & mask]++;
        }
    }

    private void scatter(int from, int to, int shift, int[] offset) {
        long[] source = keys;
        int[] sourceOrder = order;
        long[] target = otherKeys;
        int[] targetOrder = otherOrder;
        int mask = offset.length - 1;
        for (int i = from; i < to; i++) {
            long key = source[i];
            int place = offset[(int) (key >>> shift) & mask]++;
            target[place] = key;
            targetOrder[place] = sourceOrder[i];
        }
    }
}
