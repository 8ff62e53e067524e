package org.gridsight.spatial.hotspot;

import java.util.Locale;

/** How a cell came to be hot or cold over the periods; the definitions stand in {@link EmergingClasses}. */
public enum EmergingClass {
    NONE,
    NEW_HOT,
    CONSECUTIVE_HOT,
    INTENSIFYING_HOT,
    PERSISTENT_HOT,
    DIMINISHING_HOT,
    SPORADIC_HOT,
    OSCILLATING_HOT,
    HISTORICAL_HOT,
    NEW_COLD,
    CONSECUTIVE_COLD,
    INTENSIFYING_COLD,
    PERSISTENT_COLD,
    DIMINISHING_COLD,
    SPORADIC_COLD,
    OSCILLATING_COLD,
    HISTORICAL_COLD;

    /** The cold class of the same course as a hot one. */
    EmergingClass cold() {
        return this == NONE ? NONE : valueOf(name().replace("_HOT", "_COLD"));
    }

    /** In lower case with a blank, as files write it: {@code new hot}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
