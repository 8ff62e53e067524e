package org.gridsight.spatial.hotspot;

import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;

/**
 * Gi* that follows incidents as they come and go. It holds the sum near each cell and the two sums over all cells; a new
 * incident changes those of its neighbours only, and a z-score is made when it is asked for. Guarantee: with whole
 * counts every answer equals {@link GetisOrd} on the same counts. Cost: a change one step for each near cell, a z-score
 * a few operations, all scores one pass. Limit: one thread at a time; with fractions, rounding errors add up slowly.
 */
public final class GetisOrdTally {

    private final GetisOrd getisOrd;
    private final Neighbourhood neighbourhood;
    private final double[] values;
    private final double[] sums;
    private double total;
    private double squares;

    /** Begins with these values, one per cell; they are copied. */
    public GetisOrdTally(Neighbourhood neighbourhood, double[] values, Run run) {
        this.getisOrd = new GetisOrd(neighbourhood);
        this.neighbourhood = neighbourhood;
        CellScores scores = getisOrd.scores(values, run);
        this.values = values.clone();
        this.sums = new double[values.length];
        for (int cell = 0; cell < values.length; cell++) {
            sums[cell] = scores.sum(cell);
            total += values[cell];
            squares += values[cell] * values[cell];
        }
    }

    /**
     * Adds to the value of a cell.
     *
     * @param amount 1 for a new incident, -1 for one that is taken back
     */
    public void add(int cell, double amount) {
        if (!Double.isFinite(amount)) {
            throw new UnusableInput("the amount to add is " + amount + ", no number");
        }
        double before = values[cell];
        values[cell] = before + amount;
        total += amount;
        squares += amount * (2 * before + amount);
        neighbourhood.each(cell, near -> sums[near] += amount);
    }

    public double value(int cell) {
        return values[cell];
    }

    /** The z-score of one cell as of now. */
    public double z(int cell) {
        double cells = values.length;
        double size = neighbourhood.size(cell);
        double spread = deviation() * Math.sqrt(size * (cells - size) / Math.max(1, cells - 1));
        return spread > 0 ? (sums[cell] - size * total / cells) / spread : 0;
    }

    /** The scores of all cells as of now; later changes do not touch them. */
    public CellScores scores() {
        return getisOrd.scores(sums.clone(), total / Math.max(1, values.length), deviation());
    }

    /** The two products cancel exactly for a constant field of whole counts. */
    private double deviation() {
        double cells = values.length;
        double variance = cells * squares - total * total;
        return variance > 0 ? Math.sqrt(variance) / cells : 0;
    }
}
