package org.gridsight.spatial.hotspot.scan;

import java.util.Arrays;

/**
 * The cases of a growing circle by day: a count, a bit for each day that has one, and a bit for each that has two, so
 * that cases around a day are counted by two instructions. The memory of one thread.
 */
final class CaseDays {

    /** A window of bits begins so many days before its day. */
    static final int REACH = 31;

    /** Bits of day 0 lie one word in, so that a window never leaves the array. */
    private static final int AHEAD = 64;

    private final int[] count;
    private final long[] once;
    private final long[] twice;
    private int beyond;

    CaseDays(int days) {
        this.count = new int[days];
        this.once = new long[days / 64 + 4];
        this.twice = new long[once.length];
    }

    void clear() {
        Arrays.fill(count, 0);
        Arrays.fill(once, 0);
        Arrays.fill(twice, 0);
        beyond = 0;
    }

    void add(int day) {
        int before = count[day]++;
        if (before == 0) {
            once[(day + AHEAD) >> 6] |= 1L << day;
        } else if (before == 1) {
            twice[(day + AHEAD) >> 6] |= 1L << day;
        } else {
            beyond++;
        }
    }

    int on(int day) {
        return count[day];
    }

    /** Cases that are the third or a later one of their day, on all days together. */
    int beyond() {
        return beyond;
    }

    /** Days with a case, from {@link #REACH} before a day on. */
    long onceAround(int day) {
        return window(once, day);
    }

    /** Days with two cases, likewise. */
    long twiceAround(int day) {
        return window(twice, day);
    }

    private static long window(long[] bits, int day) {
        int start = day - REACH + AHEAD;
        int word = start >> 6;
        return bits[word] >>> start | (bits[word + 1] << 1) << (63 - (start & 63));
    }

    /** At least the cases from {@code first} to {@code last}, both within the period. */
    int atMostWithin(int first, int last) {
        int word = (first + AHEAD) >> 6;
        int end = (last + AHEAD) >> 6;
        long mask = -1L << first;
        int sum = beyond;
        while (word < end) {
            sum += Long.bitCount(once[word] & mask) + Long.bitCount(twice[word] & mask);
            mask = -1L;
            word++;
        }
        mask &= -1L >>> (63 - (last & 63));
        return sum + Long.bitCount(once[word] & mask) + Long.bitCount(twice[word] & mask);
    }

    /** The newest case day from {@code earliest} to {@code day}, or -1. */
    int backFrom(int day, int earliest) {
        if (day < earliest) {
            return -1;
        }
        int word = (day + AHEAD) >> 6;
        long bits = once[word] & (-1L >>> (63 - (day & 63)));
        while (bits == 0) {
            if (--word < (earliest + AHEAD) >> 6) {
                return -1;
            }
            bits = once[word];
        }
        int found = (word << 6) - AHEAD + 63 - Long.numberOfLeadingZeros(bits);
        return found >= earliest ? found : -1;
    }

    /** The first case day from {@code day} to {@code last}, or -1. */
    int onFrom(int day, int last) {
        if (day > last) {
            return -1;
        }
        int word = (day + AHEAD) >> 6;
        long bits = once[word] & (-1L << day);
        while (bits == 0) {
            if (++word > (last + AHEAD) >> 6) {
                return -1;
            }
            bits = once[word];
        }
        int found = (word << 6) - AHEAD + Long.numberOfTrailingZeros(bits);
        return found <= last ? found : -1;
    }
}
