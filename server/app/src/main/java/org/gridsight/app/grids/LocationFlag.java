package org.gridsight.app.grids;

/** What can be wrong with a given place. */
public enum LocationFlag {
    /** 0, 0: a device without a fix. */
    ZERO,
    /** Latitude where longitude belongs. */
    SWAPPED,
    /** More than 200 m from every grid. */
    OUTSIDE,
    /** Outside every grid, but within 200 m of the nearest, which takes it. */
    NEAR_BORDER,
    /** Fits the township only when read as GCJ-02. */
    LOOKS_LIKE_GCJ02
}
