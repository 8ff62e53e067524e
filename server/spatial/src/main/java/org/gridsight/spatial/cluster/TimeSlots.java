package org.gridsight.spatial.cluster;

import java.util.Arrays;

/**
 * Cuts time so that all times of a slot lie within a gap of each other, and times further than one slot apart never do.
 * A slot begins at a time that occurs; rounding cannot break either promise, and a gap of 0 is allowed.
 */
final class TimeSlots {

    /** One slot for everything. */
    static final TimeSlots NONE = new TimeSlots(new double[] {0}, 1);

    private final double[] begins;
    private final int count;

    private TimeSlots(double[] begins, int count) {
        this.begins = begins;
        this.count = count;
    }

    static TimeSlots of(double[] times, double gap) {
        if (times.length == 0) {
            return NONE;
        }
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        int count = 1;
        for (double time : sorted) {
            if (time - sorted[count - 1] > gap) {
                sorted[count++] = time;
            }
        }
        return new TimeSlots(Arrays.copyOf(sorted, count), count);
    }

    int count() {
        return count;
    }

    /** The slot of a time that occurs. */
    long at(double time) {
        int found = Arrays.binarySearch(begins, time);
        return found >= 0 ? found : -found - 2;
    }
}
