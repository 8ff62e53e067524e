package org.gridsight.spatial.hotspot.forecast;

/**
 * How a marking did inside the past, for choosing: the share of each case that was caught, averaged over several shares
 * of the area around the wanted one, because a single small share counts too few cases to tell two ways apart.
 *
 * @param cases by block, a cell with cases in one period
 * @param caught by block
 * @param total sum of caught
 * @param hits at the wanted share itself, when chance decides between cells of equal value
 */
record Trial(double[] cases, double[] caught, double total, double hits) {

    /** Shares that count, as multiples of the wanted one. */
    private static final double[] AROUND = {0.5, 0.7, 1, 1.4, 2};

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
                top.addOdds(marked, levels);
                count++;
            }
        }
        double[] odds = new double[happened.length];
        top.addOdds(wanted, odds);
        return summed(levels, count, happened, odds);
    }

    private static Trial summed(double[] levels, int count, int[] happened, double[] wanted) {
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
                hits += happened[cell] * wanted[cell];
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

    /**
     * How much more this one surely caught than another on the same cases: the sum of the gains less {@code deviations}
     * of its standard deviations. Prefers a small steady gain to a large lucky one.
     */
    double sureGain(Trial other, double deviations) {
        double sum = 0;
        double squares = 0;
        for (int block = 0; block < caught.length; block++) {
            double gain = caught[block] - other.caught[block];
            sum += gain;
            squares += gain * gain;
        }
        return sum - deviations * Math.sqrt(Math.max(0, squares - sum * sum / Math.max(1, caught.length)));
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
