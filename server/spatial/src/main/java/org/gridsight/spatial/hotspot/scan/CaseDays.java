package org.gridsight.spatial.hotspot.scan;

import java.util.Arrays;

/**
 * The cases of a growing circle by day: a count, a bit for each day that has one, and the binary digits of the counts,
 * each digit in a plane of bits of its own, so that cases around a day are counted by one instruction for each digit.
 * The memory of one thread.
 */
final class CaseDays {

    /** A window of bits begins so many days before its day. */
    static final int REACH = 31;

    /** Bits of day 0 lie one word in, so that a window never leaves the array. */
    private static final int AHEAD = 64;

    /** Digits of a count; more cases than they can write are only known to be somewhere. */
    private static final int DIGITS = 5;

    private static final int WRITTEN = (1 << DIGITS) - 1;

    private final int[] count;
    private final long[] once;
    private final long[][] planes;
    private final long[] around = new long[DIGITS];
    private int used;
    private int beyond;

    CaseDays(int days) {
        this.count = new int[days];
        this.once = new long[days / 64 + 4];
        this.planes = new long[DIGITS][once.length];
    }

    void clear() {
        Arrays.fill(count, 0);
        Arrays.fill(once, 0);
        for (int digit = 0; digit < used; digit++) {
            Arrays.fill(planes[digit], 0);
        }
        used = 0;
        beyond = 0;
    }

    void add(int day) {
        int before = count[day]++;
        if (before >= WRITTEN) {
            beyond++;
            return;
        }
        int word = (day + AHEAD) >> 6;
        long bit = 1L << day;
        once[word] |= bit;
        int digits = Integer.numberOfTrailingZeros(before + 1) + 1;
        for (int digit = 0; digit < digits; digit++) {
            planes[digit][word] ^= bit;
        }
        used = Math.max(used, digits);
    }

    int on(int day) {
        return count[day];
    }

    /** Lays a window of bits over the days from {@link #REACH} before a day to the last one before {@code next}. */
    void lookAround(int day, int next) {
        long before = next - day > REACH ? -1L : (1L << (REACH + next - day)) - 1;
        for (int digit = 0; digit < used; digit++) {
            around[digit] = window(planes[digit], day) & before;
        }
    }

    /** At least the cases on the days of a mask in the window laid last. */
    int atMostUnder(long mask) {
        int sum = beyond;
        for (int digit = 0; digit < used; digit++) {
            sum += Long.bitCount(around[digit] & mask) << digit;
        }
        return sum;
    }

    /** At least the cases of the fullest run of {@code length} days that holds the day of the window laid last. */
    int fullest(int length) {
        long mask = ((1L << length) - 1) << (REACH - length + 1);
        int most = 0;
        for (int run = 0; run < length; run++) {
            most = Math.max(most, atMostUnder(mask << run));
        }
        return most;
    }

    private static long window(long[] bits, int day) {
        int start = day - REACH + AHEAD;
        int word = start >> 6;
        return bits[word] >>> start | (bits[word + 1] << 1) << (63 - (start & 63));
    }

    /** At least the cases from {@code first} to {@code last}, both within the period. */
    int atMostWithin(int first, int last) {
        int sum = beyond;
        for (int digit = 0; digit < used; digit++) {
            sum += ones(planes[digit], first + AHEAD, last + AHEAD) << digit;
        }
        return sum;
    }

    private static int ones(long[] bits, int first, int last) {
        int word = first >> 6;
        int end = last >> 6;
        long mask = -1L << first;
        int sum = 0;
        while (word < end) {
            sum += Long.bitCount(bits[word] & mask);
            mask = -1L;
            word++;
        }
        return sum + Long.bitCount(bits[word] & mask & (-1L >>> (63 - (last & 63))));
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
