package org.gridsight.spatial.hotspot.scan;

import org.gridsight.spatial.UnusableInput;

/** Whole days in a row, both ends included, counted from 1970-01-01 as {@code LocalDate.toEpochDay} does. */
public record Days(int from, int to) {

    /** More than two centuries are taken for a mistake in a date column. */
    public static final int MOST = 80_000;

    public Days {
        if (to < from) {
            throw new UnusableInput("the period ends on day " + to + ", before it begins on day " + from);
        }
        if ((long) to - from >= MOST) {
            throw new UnusableInput("the period has " + (1L + to - from) + " days, it may have " + MOST);
        }
    }

    public int length() {
        return to - from + 1;
    }

    public boolean contains(int day) {
        return day >= from && day <= to;
    }

    /** The number of days that lie in both. */
    public int shared(Days other) {
        return Math.max(0, Math.min(to, other.to) - Math.max(from, other.from) + 1);
    }
}
