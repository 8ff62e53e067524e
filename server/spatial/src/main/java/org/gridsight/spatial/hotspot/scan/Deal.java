package org.gridsight.spatial.hotspot.scan;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The days of the cases of each cell, oldest first: as they were, or dealt anew by chance, each cell and each day keeping
 * its number of cases. A replica depends on the seed and its number alone.
 */
final class Deal {

    private final int[] first;
    private final int[] sortedDays;
    private final int[] cellOf;
    private final int[] days;
    private final int[] filled;
    private final int[] shuffled;

    private Deal(int[] first, int[] sortedDays, int[] cellOf) {
        this.first = first;
        this.sortedDays = sortedDays;
        this.cellOf = cellOf;
        this.days = new int[cellOf.length];
        this.filled = new int[first.length - 1];
        this.shuffled = cellOf.clone();
    }

    /**
     * As it was.
     *
     * @param days of each case, counted from the first day of the period
     * @param length days in the period
     */
    static Deal of(Circles circles, int[] days, int length) {
        int[] first = new int[circles.size() + 1];
        for (int cell = 0; cell < circles.size(); cell++) {
            first[cell + 1] = first[cell] + circles.cases(cell);
        }
        int[] start = new int[length + 1];
        for (int day : days) {
            start[day + 1]++;
        }
        for (int day = 0; day < length; day++) {
            start[day + 1] += start[day];
        }
        int[] sorted = new int[days.length];
        int[] cells = new int[days.length];
        for (int i = 0; i < days.length; i++) {
            int at = start[days[i]]++;
            sorted[at] = days[i];
            cells[at] = circles.cellOf(i);
        }
        Deal deal = new Deal(first, sorted, canonical(sorted, cells));
        deal.give(deal.cellOf);
        return deal;
    }

    /** Cells of one day in their order, so that the order of the cases in the input does not matter. */
    private static int[] canonical(int[] sortedDays, int[] cells) {
        int from = 0;
        for (int i = 1; i <= cells.length; i++) {
            if (i == cells.length || sortedDays[i] != sortedDays[from]) {
                Arrays.sort(cells, from, i);
                from = i;
            }
        }
        return cells;
    }

    /** Another dealing of the same cases, for a thread of its own. */
    Deal another() {
        return new Deal(first, sortedDays, cellOf);
    }

    /** Deals replica {@code number}. */
    void shuffle(long seed, int number) {
        SplittableRandom random = new SplittableRandom(mixed(seed + 0x9E3779B97F4A7C15L * (number + 1L)));
        System.arraycopy(cellOf, 0, shuffled, 0, cellOf.length);
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = shuffled[j];
            shuffled[j] = shuffled[i];
            shuffled[i] = other;
        }
        give(shuffled);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): neighbouring replicas share no stream. */
    private static long mixed(long seed) {
        long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private void give(int[] cells) {
        System.arraycopy(first, 0, filled, 0, filled.length);
        for (int i = 0; i < cells.length; i++) {
            days[filled[cells[i]]++] = sortedDays[i];
        }
    }

    /** Where the days of a cell begin. */
    int first(int cell) {
        return first[cell];
    }

    int day(int i) {
        return days[i];
    }
}
