package org.gridsight.media.gb28181;

import java.util.OptionalDouble;

/**
 * Where a head should stand, in its own angles (GB/T 28181-2022, A.2.1.11); what is empty stays as it is.
 *
 * @param pan degrees clockwise seen from above, 0 to 360, from the head's own zero
 * @param tilt degrees below the horizon, -30 to 90
 * @param zoom magnification from 1
 */
public record PtzTarget(OptionalDouble pan, OptionalDouble tilt, OptionalDouble zoom) {

    public PtzTarget {
        check("pan", pan, 0, 360);
        check("tilt", tilt, -30, 90);
        check("zoom", zoom, 1, 1_000);
    }

    private static void check(String name, OptionalDouble value, double least, double most) {
        double given = value.orElse(least);
        if (!(given >= least && given <= most)) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ", was " + given);
        }
    }
}
