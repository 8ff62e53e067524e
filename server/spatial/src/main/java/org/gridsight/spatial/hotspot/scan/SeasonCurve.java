package org.gridsight.spatial.hotspot.scan;

import org.gridsight.spatial.UnusableInput;

/**
 * What the town expects on each day, from what it saw on the same days of other years: counts smoothed over the day of
 * the year (Gaussian, {@value #SPREAD_DAYS} days) and scaled to the total of the year they are expected in. Years are
 * counted back from the last day, 365 days each; a short first one is joined to the next. A twentieth is spread evenly,
 * so that no day expects nothing. A cluster never hides itself: no year has a say about itself.
 */
public final class SeasonCurve {

    /** Days of history needed: with a single year nobody can tell its season from its clusters. */
    public static final int FEWEST_DAYS = 2 * 365;

    private static final int YEAR = 365;
    private static final int SPREAD_DAYS = 28;
    private static final double EVEN = 0.05;

    private final Days history;
    private final double[] counts;
    private final int years;

    /**
     * @param cases every case of the kind in the town
     * @param history the days on which all cases are known
     * @throws UnusableInput when the history is shorter than {@value #FEWEST_DAYS} days
     */
    public SeasonCurve(DatedPoints cases, Days history) {
        if (history.length() < FEWEST_DAYS) {
            throw new UnusableInput(
                    "a season needs " + FEWEST_DAYS + " days of history, there are " + history.length());
        }
        this.history = history;
        this.years = history.length() / YEAR;
        this.counts = new double[history.length()];
        for (int i = 0; i < cases.size(); i++) {
            if (history.contains(cases.day(i))) {
                counts[cases.day(i) - history.from()]++;
            }
        }
    }

    /** For a study of the past: each year by all the others. */
    public DayCurve byOtherYears() {
        return curve(false);
    }

    /** For the desk: the last year by the years before it, as it could have been known; earlier years by all others. */
    public DayCurve byEarlierYears() {
        return curve(true);
    }

    private DayCurve curve(boolean earlierOnly) {
        double[] expected = new double[counts.length];
        for (int year = 0; year < years; year++) {
            int end = counts.length - year * YEAR;
            int start = year == years - 1 ? 0 : end - YEAR;
            double own = 0;
            double shape = 0;
            for (int day = start; day < end; day++) {
                expected[day] = smoothed(day, year, earlierOnly && year == 0);
                own += counts[day];
                shape += expected[day];
            }
            for (int day = start; day < end; day++) {
                double even = Math.max(own, 1) / (end - start);
                double seasonal = shape > 0 ? expected[day] * Math.max(own, 1) / shape : even;
                expected[day] = (1 - EVEN) * seasonal + EVEN * even;
            }
        }
        return DayCurve.of(history, expected);
    }

    /** Mean count near the same day of the other years; {@code year} counts back from the last one. */
    private double smoothed(int day, int year, boolean earlierOnly) {
        double sum = 0;
        double weights = 0;
        for (int other = earlierOnly ? year + 1 : 0; other < years; other++) {
            if (other == year) {
                continue;
            }
            int centre = day + (year - other) * YEAR;
            int start = other == years - 1 ? 0 : counts.length - (other + 1) * YEAR;
            int end = counts.length - other * YEAR;
            int from = Math.max(start, centre - 3 * SPREAD_DAYS);
            int to = Math.min(end - 1, centre + 3 * SPREAD_DAYS);
            for (int near = from; near <= to; near++) {
                double away = (near - centre) / (double) SPREAD_DAYS;
                double weight = Math.exp(-away * away / 2);
                sum += weight * counts[near];
                weights += weight;
            }
        }
        return weights > 0 ? sum / weights : 0;
    }
}
