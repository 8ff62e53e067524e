package org.gridsight.spatial.hotspot.scan;

import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.UnusableInput;

/**
 * Reports as they came in, one entry of each array for each report. The arrays are not copied and not changed; the
 * caller does not change them either.
 *
 * @param occurred when it happened, seconds since 1970
 * @param entered when it was entered, seconds since 1970
 * @param reporter a number for each person; negative when unknown
 * @param kind a number for each kind of matter
 */
@SuppressWarnings("ArrayRecordComponent") // a view of flat arrays for one computation, never compared
public record Reports(PlanarPoints places, long[] occurred, long[] entered, int[] reporter, int[] kind) {

    public Reports {
        int n = places.size();
        if (occurred.length != n || entered.length != n || reporter.length != n || kind.length != n) {
            throw new UnusableInput("there are " + n + " places but " + occurred.length + " occurred, " + entered.length
                    + " entered, " + reporter.length + " reporters and " + kind.length + " kinds");
        }
    }

    public int size() {
        return places.size();
    }
}
