package org.gridsight.spatial.hotspot.scan;

import org.gridsight.spatial.UnusableInput;

/**
 * Which cylinders are looked at: circles over occupied square cells, times windows of whole steps.
 *
 * @param cellMetres cell = floor(x/cell), floor(y/cell); a place is the centre of its cell
 * @param maxRadiusMetres from the centre of the circle to the farthest place in it
 * @param maxDays longest window
 * @param windows which windows
 * @param stepDays days are taken together in steps, counted back from the last day of the period: 1 sees short bursts, 7
 *     has more power for what lasts weeks and does not mind weekends
 */
public record Cylinders(double cellMetres, double maxRadiusMetres, int maxDays, Windows windows, int stepDays) {

    /** Day by day. */
    public Cylinders(double cellMetres, double maxRadiusMetres, int maxDays, Windows windows) {
        this(cellMetres, maxRadiusMetres, maxDays, windows, 1);
    }

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
        if (stepDays < 1 || stepDays > maxDays) {
            throw new UnusableInput("step-days is " + stepDays + ", it must be 1 to max-days, " + maxDays);
        }
    }

    /** Steps in the longest window. */
    int maxSteps() {
        return maxDays / stepDays;
    }
}
