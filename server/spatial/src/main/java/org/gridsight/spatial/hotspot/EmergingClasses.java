package org.gridsight.spatial.hotspot;

import java.util.Arrays;
import java.util.BitSet;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;

/**
 * What became of each cell over equal periods: Gi* of the counts of every period against that period alone, so a week
 * in which everything rises makes no cell hot; the false discovery rate held over all periods together; and the
 * Mann-Kendall trend of a cell's scores. Source of the idea and the names: the emerging hot spot analysis of desktop
 * systems, described in public; the rules below are ours. A cell is hot in a period when its score is believed, above 0,
 * and at least {@value #FEWEST_INCIDENTS} incidents lie near it. Of a cell that is hot in the last period:
 * <ul>
 *   <li>new: hot for the first time;
 *   <li>intensifying, diminishing, persistent: hot in at least nine tenths of the periods, with a trend that rises or
 *       falls (p at most 0.05), or with none;
 *   <li>consecutive: hot without a break for the last two or more periods, never before, and never cold;
 *   <li>oscillating: at some earlier time cold; sporadic: any other, on and off again.
 * </ul>
 * A cell that is not hot or cold now, but was hot in at least nine tenths of the periods, is historical. Cold likewise
 * with hot and cold exchanged (intensifying cold falls). Everything else is none. Cost: one Gi* for each period, and the
 * square of the number of periods for each cell. Limit: below {@value #FEWEST_PERIODS} periods there is no history, and
 * every cell is none; below 10 trends are rarely certain. Counts are raw, so a hot cell may just be the busy centre.
 */
public final class EmergingClasses {

    /** Fewer periods than this say nothing about a course. */
    public static final int FEWEST_PERIODS = 4;

    /** More periods than this are a mistake: the trend looks at every two of them. */
    public static final int MOST_PERIODS = 4_000;

    /** Fewer incidents near a cell in a period than this never make it hot: one stray report is no hot spot. */
    public static final int FEWEST_INCIDENTS = 3;

    /** Most values of all periods together. */
    public static final long MOST_VALUES = 1L << 27;

    private static final double TREND = 0.05;

    private final Neighbourhood neighbourhood;
    private final FalseDiscovery falseDiscovery;

    public EmergingClasses(Neighbourhood neighbourhood, FalseDiscovery falseDiscovery) {
        this.neighbourhood = neighbourhood;
        this.falseDiscovery = falseDiscovery;
    }

    /** The class of every cell and the trend of its scores. Immutable. */
    public static final class Courses {

        private final EmergingClass[] classes;
        private final MannKendall[] trends;

        private Courses(int cells) {
            this.classes = new EmergingClass[cells];
            this.trends = new MannKendall[cells];
            Arrays.fill(classes, EmergingClass.NONE);
            Arrays.fill(trends, new MannKendall(0, 0, 1));
        }

        public int size() {
            return classes.length;
        }

        public EmergingClass of(int cell) {
            return classes[cell];
        }

        public MannKendall trend(int cell) {
            return trends[cell];
        }
    }

    /**
     * Classes of all cells.
     *
     * @param counts by period, the oldest first, then by cell; only read
     */
    public Courses courses(double[][] counts, Run run) {
        int cells = neighbourhood.cells();
        int periods = counts.length;
        checkSize(cells, periods);
        Courses courses = new Courses(cells);
        if (periods < FEWEST_PERIODS || cells == 0) {
            return courses;
        }
        CellScores[] scores = new CellScores[periods];
        double[] p = new double[cells * periods];
        for (int period = 0; period < periods; period++) {
            scores[period] = new GetisOrd(neighbourhood).scores(counts[period], run);
            System.arraycopy(scores[period].ps(run), 0, p, period * cells, cells);
            run.report((period + 1.0) / (periods + 1));
        }
        BitSet believed = falseDiscovery.believed(p);
        run.each(cells, 1 << 10, (from, to) -> {
            double[] series = new double[periods];
            int[] states = new int[periods];
            for (int cell = from; cell < to; cell++) {
                for (int period = 0; period < periods; period++) {
                    series[period] = scores[period].z(cell);
                    states[period] = believed.get(period * cells + cell) ? state(scores[period], cell) : 0;
                }
                courses.trends[cell] = MannKendall.of(series);
                courses.classes[cell] = classify(states, courses.trends[cell]);
            }
        });
        return courses;
    }

    /**
     * Whether so many cells and periods can be worked on, to be asked before their counts are made.
     *
     * @throws UnusableInput when not
     */
    public static void checkSize(int cells, int periods) {
        if (periods > MOST_PERIODS || (long) cells * periods > MOST_VALUES) {
            throw new UnusableInput(cells + " cells in " + periods + " periods are too many (at most " + MOST_PERIODS
                    + " periods, and " + MOST_VALUES + " values); take larger cells or longer periods");
        }
    }

    private static int state(CellScores scores, int cell) {
        boolean enough = scores.z(cell) < 0 || scores.sum(cell) >= FEWEST_INCIDENTS;
        return enough ? (int) Math.signum(scores.z(cell)) : 0;
    }

    /** The class of one cell whose periods were hot (1), cold (-1) or neither (0), the oldest first. */
    static EmergingClass classify(int[] states, MannKendall trend) {
        int direction = trend.p() <= TREND ? (int) Math.signum(trend.z()) : 0;
        EmergingClass hot = classify(states, 1, direction);
        return hot != EmergingClass.NONE
                ? hot
                : classify(states, -1, -direction).cold();
    }

    private static EmergingClass classify(int[] states, int hot, int direction) {
        int last = states.length - 1;
        int times = count(states, hot);
        boolean mostly = times * 10L >= states.length * 9L;
        if (states[last] != hot) {
            return mostly && states[last] == 0 ? EmergingClass.HISTORICAL_HOT : EmergingClass.NONE;
        }
        if (mostly) {
            return direction > 0
                    ? EmergingClass.INTENSIFYING_HOT
                    : direction < 0 ? EmergingClass.DIMINISHING_HOT : EmergingClass.PERSISTENT_HOT;
        }
        if (count(states, -hot) > 0) {
            return times == 1 ? EmergingClass.NEW_HOT : EmergingClass.OSCILLATING_HOT;
        }
        int unbroken = 0;
        while (unbroken <= last && states[last - unbroken] == hot) {
            unbroken++;
        }
        if (unbroken < times) {
            return EmergingClass.SPORADIC_HOT;
        }
        return times == 1 ? EmergingClass.NEW_HOT : EmergingClass.CONSECUTIVE_HOT;
    }

    private static int count(int[] states, int wanted) {
        int count = 0;
        for (int state : states) {
            count += state == wanted ? 1 : 0;
        }
        return count;
    }
}
