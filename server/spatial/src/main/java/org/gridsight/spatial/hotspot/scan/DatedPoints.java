package org.gridsight.spatial.hotspot.scan;

import java.util.Arrays;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.UnusableInput;

/** Cases: each a place in the plane and a day, counted from 1970-01-01. Immutable. */
public final class DatedPoints {

    private final PlanarPoints places;
    private final int[] days;

    private DatedPoints(PlanarPoints places, int[] days) {
        this.places = places;
        this.days = days;
    }

    /** @throws UnusableInput when there is not one day for each place */
    public static DatedPoints of(PlanarPoints places, int[] days) {
        if (places.size() != days.length) {
            throw new UnusableInput("there are " + places.size() + " places but " + days.length + " days");
        }
        return new DatedPoints(places, days.clone());
    }

    public int size() {
        return days.length;
    }

    public PlanarPoints places() {
        return places;
    }

    public int day(int i) {
        return days[i];
    }

    /** From the first case to the last; one day, 1970-01-01, when there is no case. */
    public Days period() {
        return days.length == 0
                ? new Days(0, 0)
                : new Days(
                        Arrays.stream(days).min().getAsInt(),
                        Arrays.stream(days).max().getAsInt());
    }
}
