package org.gridsight.spatial.hotspot.release;

import org.gridsight.spatial.UnusableInput;

/**
 * When a cell may be shown, on which grid.
 *
 * @param reporters distinct ones at least
 * @param days distinct ones at least
 * @param sideMetres of the finest cells; the grid is fixed: a cell is {@code floor(x / side), floor(y / side)}
 * @param levels of merging; each doubles the side
 */
public record ReleaseRule(int reporters, int days, double sideMetres, int levels) {

    /** Merging further than this covers every town. */
    public static final int MOST_LEVELS = 12;

    public ReleaseRule {
        if (reporters < 2) {
            throw new UnusableInput("a cell is shown with " + reporters + " reporters, it must be at least 2");
        }
        if (days < 1) {
            throw new UnusableInput("a cell is shown with " + days + " days, it must be at least 1");
        }
        if (!(sideMetres >= 1 && sideMetres <= 1e6)) {
            throw new UnusableInput("the cell is " + sideMetres + " m, it must lie in 1..1000000");
        }
        if (levels < 0 || levels > MOST_LEVELS) {
            throw new UnusableInput("there are " + levels + " levels, there must be 0.." + MOST_LEVELS);
        }
    }

    /** Five reporters, three days, cells of 250 m that grow to 8 km. */
    public static ReleaseRule usual() {
        return new ReleaseRule(5, 3, 250, 5);
    }

    /** Side of the cells of a level, metres. */
    public double side(int level) {
        return sideMetres * (1 << level);
    }
}
