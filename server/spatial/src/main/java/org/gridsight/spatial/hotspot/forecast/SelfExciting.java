package org.gridsight.spatial.hotspot.forecast;

import org.gridsight.spatial.Run;

/**
 * A self-exciting point process in space and time: background plus what earlier cases bring (Ogata, Annals of the
 * Institute of Statistical Mathematics 50, 1998; for cases of a town Mohler, Short, Brantingham, Schoenberg and Tita,
 * JASA 106, 2011). Days are whole, so the exponential decay is a geometric one and cases of one day do not excite each
 * other. Fitted by expectation and maximisation: the shape of the background is that of the load before the window, so
 * no case explains itself; four numbers are estimated from the second half of the past. Limits: a lag of at most
 * {@value NearPairs#HORIZON_DAYS} days, {@value NearPairs#REACH_METRES} m, {@value NearPairs#MOST_PAIRS} pairs.
 */
final class SelfExciting {

    private static final int STEPS = 30;
    /** Share of the background that lies evenly over the area, so that no place is impossible. */
    private static final double EVEN = 0.02;

    private static final double LONGEST = 0.995;

    private final ExpectedLoad load;
    private final LoadRecipe recipe;

    SelfExciting(ExpectedLoad load, LoadRecipe recipe) {
        this.load = load;
        this.recipe = recipe;
    }

    /** The numbers that fit the days before {@code to} best. */
    Excitation fit(int to, Run run) {
        int from = to - Math.max(1, (to - load.firstDay()) / 2);
        NearPairs pairs = new NearPairs(load.own(), from, to, run);
        int window = Math.max(1, to - pairs.firstDay());
        double[] shape = shape(pairs.firstDay());
        double cell = load.area().cellMetres();
        Excitation fitted =
                new Excitation(Math.max(1, pairs.children()) * 0.7 / window, 0.3, 0.8, Math.max(cell, 100) / 2);
        for (int step = 0; step < STEPS; step++) {
            run.check();
            fitted = new Step(pairs, shape, fitted).improved(to);
        }
        return fitted;
    }

    /** Expected cases by cell on the days from {@code from} on; a new array. */
    double[] expected(Excitation excitation, int from, int days) {
        CellCases cases = load.own();
        double[] brought = new double[load.area().size()];
        for (int i = 0; i < cases.before(from); i++) {
            brought[cases.cell(i)] += excitation.branching() * excitation.ahead(from - cases.day(i), days);
        }
        double spread = excitation.spreadMetres() / load.area().cellMetres();
        double[] expected = spread < LoadRecipe.NARROWEST
                ? brought
                : new Smoothing(load.area(), Math.min(spread, LoadRecipe.WIDEST)).of(brought);
        double[] shape = shape(from);
        for (int cell = 0; cell < shape.length; cell++) {
            expected[cell] += days * excitation.backgroundPerDay() * shape[cell];
        }
        return expected;
    }

    /** Where a case of the background lies, by cell; the sum is 1. */
    private double[] shape(int from) {
        double[] shape = load.expected(recipe, from, 1);
        double sum = 0;
        for (double value : shape) {
            sum += value;
        }
        for (int cell = 0; cell < shape.length; cell++) {
            double own = sum > 0 ? shape[cell] / sum : 1.0 / shape.length;
            shape[cell] = (1 - EVEN) * own + EVEN / shape.length;
        }
        return shape;
    }

    /** One step of the fit: shares every case out between background and earlier cases, then counts the shares. */
    private final class Step {

        private final NearPairs pairs;
        private final Excitation now;
        private final double[] byLag = new double[NearPairs.HORIZON_DAYS + 1];
        private final double[] backgroundDensity;
        private double background;
        private double brought;
        private double lags;
        private double squares;

        Step(NearPairs pairs, double[] shape, Excitation now) {
            this.pairs = pairs;
            this.now = now;
            this.backgroundDensity = shape;
            double variance = now.spreadMetres() * now.spreadMetres();
            for (int lag = 1; lag < byLag.length; lag++) {
                byLag[lag] = now.branching() * now.on(lag) / (2 * Math.PI * variance);
            }
        }

        Excitation improved(int to) {
            double[] share = new double[16];
            for (int c = 0; c < pairs.children(); c++) {
                int count = pairs.to(c) - pairs.from(c);
                share = share.length < count ? new double[2 * count] : share;
                shareOut(c, share);
            }
            double cell = load.area().cellMetres();
            double persistence = brought > 0 ? Math.min(LONGEST, Math.max(0, 1 - brought / lags)) : now.persistence();
            double spread = brought > 0 ? Math.max(cell / 4, Math.sqrt(squares / brought / 2)) : now.spreadMetres();
            double window = Math.max(1, to - pairs.firstDay());
            return new Excitation(background / window, brought / exposure(to), persistence, spread);
        }

        private void shareOut(int c, double[] share) {
            double cell = load.area().cellMetres();
            double own = now.backgroundPerDay() * backgroundDensity[load.own().cell(pairs.child(c))] / (cell * cell);
            double sum = own;
            double scale = -0.5 / (now.spreadMetres() * now.spreadMetres());
            int from = pairs.from(c);
            for (int pair = from; pair < pairs.to(c); pair++) {
                double density = byLag[pairs.lag(pair)] * Math.exp(scale * pairs.squaredDistance(pair));
                share[pair - from] = density;
                sum += density;
            }
            if (!(sum > 0)) {
                background++;
                return;
            }
            background += own / sum;
            for (int pair = from; pair < pairs.to(c); pair++) {
                double part = share[pair - from] / sum;
                brought += part;
                lags += part * pairs.lag(pair);
                squares += part * pairs.squaredDistance(pair);
            }
        }

        /** How many cases could have brought something within the window, each by the share of its time in there. */
        private double exposure(int to) {
            CellCases cases = load.own();
            int first = pairs.firstDay();
            double sum = 0;
            for (int i = 0; i < cases.before(to - 1); i++) {
                int age = Math.max(1, first - cases.day(i));
                int days = to - Math.max(first, cases.day(i) + 1);
                sum += now.ahead(age, days);
            }
            return Math.max(sum, 1e-9);
        }
    }
}
