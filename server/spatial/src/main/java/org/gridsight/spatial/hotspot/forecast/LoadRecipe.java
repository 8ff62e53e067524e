package org.gridsight.spatial.hotspot.forecast;

import org.gridsight.spatial.UnusableInput;

/**
 * How past cases become the load of a cell.
 *
 * @param halfLifeDays after which a case counts half; infinite: the whole past counts alike
 * @param smoothingCells spread of the Gaussian a case is laid out with, in cells; 0: it counts where it was. Below 0.4
 *     its neighbours do little more than decide between cells of equal count
 * @param borrowed share of the load that is laid out like all kinds together instead of like this kind, 0..1
 */
public record LoadRecipe(double halfLifeDays, double smoothingCells, double borrowed) {

    /** Counts of the whole past, cell by cell: hard to beat, and the measure of everything else. */
    public static final LoadRecipe PLAIN_COUNTS = new LoadRecipe(Double.POSITIVE_INFINITY, 0, 0);

    /** Narrower smoothing moves nothing. */
    public static final double NARROWEST = 0.1;

    /** Wider smoothing only blurs. */
    public static final double WIDEST = 20;

    public LoadRecipe {
        if (!(halfLifeDays > 0)) {
            throw new UnusableInput("the half-life is " + halfLifeDays + " days, it must be above 0");
        }
        if (smoothingCells != 0 && !(smoothingCells >= NARROWEST && smoothingCells <= WIDEST)) {
            throw new UnusableInput("the smoothing is " + smoothingCells + " cells, it must be 0 or lie in " + NARROWEST
                    + ".." + WIDEST);
        }
        if (!(borrowed >= 0 && borrowed <= 1)) {
            throw new UnusableInput("the borrowed share is " + borrowed + ", it must lie in 0..1");
        }
    }

    LoadRecipe withHalfLife(double days) {
        return new LoadRecipe(days, smoothingCells, borrowed);
    }
}
