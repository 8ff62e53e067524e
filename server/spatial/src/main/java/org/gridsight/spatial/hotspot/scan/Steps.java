package org.gridsight.spatial.hotspot.scan;

/** A period cut into steps of some days, counted back from its last day; the first step may be shorter. Immutable. */
record Steps(Days period, int length) {

    int count() {
        return (period.length() + length - 1) / length;
    }

    /** The step of a day of the period. */
    int of(int day) {
        return count() - 1 - (period.to() - day) / length;
    }

    /** The days of some steps in a row, both ends included. */
    Days days(int from, int to) {
        int first = period.to() - (count() - from) * length + 1;
        return new Days(Math.max(period.from(), first), period.to() - (count() - 1 - to) * length);
    }

    /** Sums over the days of each step. */
    double[] sums(double[] byDay) {
        double[] sums = new double[count()];
        for (int day = period.from(); day <= period.to(); day++) {
            sums[of(day)] += byDay[day - period.from()];
        }
        return sums;
    }
}
