package org.gridsight.spatial.hotspot.scan;

import org.gridsight.spatial.UnusableInput;

/**
 * Which cylinders are looked at: circles over occupied square cells, times windows of whole days.
 *
 * @param cellMetres cell = floor(x/cell), floor(y/cell); a place is the centre of its cell
 * @param maxRadiusMetres from the centre of the circle to the farthest place in it
 * @param maxDays longest window
 * @param windows which windows
 */
public record Cylinders(double cellMetres, double maxRadiusMetres, int maxDays, Windows windows) {

    /** Where a window may end. */
    public enum Windows {
        /** On the last day of the period: what is going on now. */
        PROSPECTIVE,
        /** On any day: what happened in the period. */
        RETROSPECTIVE
    }

    public Cylinders {
        if (!(cellMetres > 0 && cellMetres <= 1e7)) {
            throw new UnusableInput("cell is " + cellMetres + " m, it must be above 0 and at most 1e7");
        }
        if (!(maxRadiusMetres >= 0 && maxRadiusMetres <= 1e9)) {
            throw new UnusableInput("max-radius is " + maxRadiusMetres + " m, it must be 0 to 1e9");
        }
        if (maxDays < 1) {
            throw new UnusableInput("max-days is " + maxDays + ", it must be at least 1");
        }
    }
}
