package org.gridsight.spatial.hotspot.forecast;

import java.util.ArrayList;
import java.util.List;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;
import org.gridsight.spatial.hotspot.SquareCells;
import org.gridsight.spatial.hotspot.scan.DatedPoints;
import org.gridsight.spatial.hotspot.scan.Days;

/**
 * Would it have helped? With a rolling origin: learn from the days before a period, mark a share of the area, count the
 * period's cases in it, move on by one period. Beside each forecast stand plain counts of the whole past, marked by the
 * same rule (cells of equal value in the order of their numbers). A forecast that peeks cannot: it is asked before the
 * period begins and is given no case of it. Cases outside the area do not count. Cost: one forecast a period, sorting.
 */
public final class BackTest {

    /** Draws of the bootstrap. */
    public static final int DRAWS = 2_000;

    private final SquareCells cells;
    private final CellArea area;
    private final CellCases cases;
    private final DatedPoints given;
    private final Origins origins;

    /**
     * When it is tried.
     *
     * @param first day of the first period
     * @param periodDays length of each period
     * @param periods in a row
     */
    public record Origins(int first, int periodDays, int periods) {

        public Origins {
            if (periodDays < 1) {
                throw new UnusableInput("a period has " + periodDays + " days, it must have at least 1");
            }
            if (periods < 1) {
                throw new UnusableInput("there are " + periods + " periods, there must be at least 1");
            }
            if ((long) periodDays * periods > Days.MOST) {
                throw new UnusableInput("the periods have more than " + Days.MOST + " days together");
            }
        }

        /**
         * As many whole periods as fit between two days, both included.
         *
         * @throws UnusableInput when not even one fits
         */
        public static Origins within(Days days, int periodDays) {
            if (periodDays > days.length()) {
                throw new UnusableInput(
                        "a period of " + periodDays + " days does not fit into " + days.length() + " days");
            }
            return new Origins(days.from(), periodDays, days.length() / Math.max(1, periodDays));
        }

        int start(int period) {
            return first + period * periodDays;
        }
    }

    /**
     * @throws UnusableInput when no case lies before the first period
     */
    public BackTest(SquareCells cells, DatedPoints cases, Origins origins) {
        this.cells = cells;
        this.area = new CellArea(cells);
        this.cases = new CellCases(area, cases);
        this.given = cases;
        this.origins = origins;
        if (this.cases.before(origins.first()) == 0) {
            throw new UnusableInput("no case in the area lies before the first period: there is nothing to learn from");
        }
    }

    /**
     * Tries a forecast.
     *
     * @param share of the area that is marked
     * @throws UnusableInput when the share is less than one cell
     */
    public BackTestResult result(CellForecast forecast, double share, long seed, Run run) {
        int marked = area.cellsIn(share);
        ExpectedLoad plain = new ExpectedLoad(cells, given);
        List<BackTestResult.Period> rows = new ArrayList<>();
        Blocks blocks = new Blocks();
        for (int period = 0; period < origins.periods(); period++) {
            run.check();
            int from = origins.start(period);
            int days = origins.periodDays();
            boolean[] ours = TopCells.of(checked(forecast.expected(from, days, run)), marked);
            boolean[] counted = TopCells.of(plain.expected(LoadRecipe.PLAIN_COUNTS, from, days), marked);
            int[] happened = cases.counts(from, from + days);
            blocks.add(happened, ours, counted);
            rows.add(new BackTestResult.Period(
                    new Days(from, from + days - 1), rate(happened, ours, marked), rate(happened, counted, marked)));
            run.report((period + 1.0) / origins.periods());
        }
        double perCase = (double) area.size() / marked;
        return BackTestResult.of(
                rows, blocks.bootstrap().difference(DRAWS, seed, 0.95, run).times(perCase));
    }

    private double[] checked(double[] expected) {
        if (expected.length != area.size()) {
            throw new UnusableInput("the forecast has " + expected.length + " cells, the area has " + area.size());
        }
        return expected;
    }

    private HitRate rate(int[] happened, boolean[] top, int marked) {
        double[] future = new double[happened.length];
        long sum = 0;
        for (int cell = 0; cell < happened.length; cell++) {
            future[cell] = happened[cell];
            sum += happened[cell];
        }
        return new HitRate(
                sum, inside(happened, top), inside(happened, TopCells.of(future, marked)), marked, area.size());
    }

    private static long inside(int[] happened, boolean[] top) {
        long hits = 0;
        for (int cell = 0; cell < happened.length; cell++) {
            hits += top[cell] ? happened[cell] : 0;
        }
        return hits;
    }

    /** The cells with cases of all periods, for the bootstrap. */
    private static final class Blocks {

        private final List<Double> counts = new ArrayList<>();
        private final List<Double> gains = new ArrayList<>();

        void add(int[] happened, boolean[] ours, boolean[] plain) {
            for (int cell = 0; cell < happened.length; cell++) {
                if (happened[cell] > 0) {
                    counts.add((double) happened[cell]);
                    gains.add((double) happened[cell] * ((ours[cell] ? 1 : 0) - (plain[cell] ? 1 : 0)));
                }
            }
        }

        PairedBootstrap bootstrap() {
            return new PairedBootstrap(
                    counts.stream().mapToDouble(i -> i).toArray(),
                    gains.stream().mapToDouble(i -> i).toArray());
        }
    }
}
