package org.gridsight.app.dispatch;

import java.util.OptionalLong;

/**
 * How long somebody needs to a place, and how that is known.
 *
 * @param seconds absent when no road leads there
 */
record Journey(OptionalLong seconds, Basis basis) {

    /** What the time was taken from. */
    enum Basis {
        BY_ROAD,
        NO_WAY,
        STRAIGHT_LINE
    }

    boolean isWithin(long limitSeconds) {
        return seconds.isPresent() && seconds.getAsLong() <= limitSeconds;
    }
}
