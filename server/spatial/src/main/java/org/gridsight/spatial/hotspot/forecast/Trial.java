package org.gridsight.spatial.hotspot.forecast;

/**
 * How a marking did inside the past, for choosing: the share of each case that was caught, averaged over several shares
 * of the area around the wanted one, because a single small share counts too few cases to tell two ways apart.
 *
 * @param cases by block, a cell with cases in one period
 * @param caught by block
 * @param total sum of caught
 * @param hits at the wanted share itself
 */
record Trial(double[] cases, double[] caught, double total, double hits) {

    /** Shares that count beside the wanted one. */
    private static final double[] AROUND = {0.5, 1, 2, 4};

    private static final double LARGEST = 0.5;

    /** One forecast against what happened. */
    static Trial of(double[] expected, int[] happened, CellArea area, double share) {
        TopCells top = new TopCells(expected);
        int wanted = area.cellsIn(share);
        double[] levels = new double[happened.length];
        int count = 0;
        for (double factor : AROUND) {
            int marked = (int) (factor * wanted);
            if (marked >= 1 && (factor == 1 || marked <= LARGEST * happened.length)) {
                boolean[] first = top.first(marked);
                for (int cell = 0; cell < levels.length; cell++) {
                    levels[cell] += first[cell] ? 1 : 0;
                }
                count++;
            }
        }
        return summed(levels, count, happened, top.first(wanted));
    }

    private static Trial summed(double[] levels, int count, int[] happened, boolean[] wanted) {
        int blocks = 0;
        for (int cases : happened) {
            blocks += cases > 0 ? 1 : 0;
        }
        double[] cases = new double[blocks];
        double[] caught = new double[blocks];
        double total = 0;
        double hits = 0;
        int block = 0;
        for (int cell = 0; cell < happened.length; cell++) {
            if (happened[cell] > 0) {
                cases[block] = happened[cell];
                caught[block] = happened[cell] * levels[cell] / count;
                total += caught[block++];
                hits += wanted[cell] ? happened[cell] : 0;
            }
        }
        return new Trial(cases, caught, total, hits);
    }

    /** All periods in a row. */
    static Trial joined(Trial[] periods) {
        int blocks = 0;
        for (Trial period : periods) {
            blocks += period.cases.length;
        }
        double[] cases = new double[blocks];
        double[] caught = new double[blocks];
        double total = 0;
        double hits = 0;
        int at = 0;
        for (Trial period : periods) {
            System.arraycopy(period.cases, 0, cases, at, period.cases.length);
            System.arraycopy(period.caught, 0, caught, at, period.cases.length);
            at += period.cases.length;
            total += period.total;
            hits += period.hits;
        }
        return new Trial(cases, caught, total, hits);
    }

    /** This one minus another on the same cases. */
    PairedBootstrap minus(Trial other) {
        double[] gains = new double[cases.length];
        for (int block = 0; block < gains.length; block++) {
            gains[block] = caught[block] - other.caught[block];
        }
        return new PairedBootstrap(cases, gains);
    }
}
