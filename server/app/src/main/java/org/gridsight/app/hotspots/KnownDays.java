package org.gridsight.app.hotspots;

import java.util.Arrays;
import org.gridsight.spatial.hotspot.scan.Days;

/**
 * On which days everything is known: those since the last long silence. Half a year without a single case means that
 * nobody kept records, not that nothing happened.
 */
final class KnownDays {

    private static final int SILENCE = 180;

    private KnownDays() {}

    /** The days without a long silence that end with {@code last}. */
    static Days until(int last, CaseSet history) {
        int[] days = new int[history.size()];
        for (int i = 0; i < days.length; i++) {
            days[i] = history.day(i);
        }
        Arrays.sort(days);
        int first = last;
        for (int i = days.length - 1; i >= 0 && first - days[i] <= SILENCE; i--) {
            first = Math.min(first, days[i]);
        }
        return new Days(first, last);
    }
}
