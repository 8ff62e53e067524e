package org.gridsight.spatial.hotspot.scan;

/**
 * Is the whole town unusually busy in the last days? Asked beside the scan, which by design is blind to what is busy
 * everywhere: a storm is a surge of the town, not a hotspot of a place.
 *
 * <p>Method: the days before the window, at most {@value #REFERENCE_DAYS}, give the rate of each weekday (shrunk to the
 * common rate by {@value #SHRINK} cases). They are cut into windows of the same length, whose scatter about what was
 * expected of them gives the overdispersion (Pearson, at least 1). The count of the window is then set against a
 * negative binomial with that mean and the variance of scatter and of the mean's own error; p is the chance of as many
 * or more. Exact for nothing, cautious for most: earlier surges in the reference make it slower to speak.
 */
public final class TownSurge {

    /** Days that give the rate at most. */
    public static final int REFERENCE_DAYS = 365;

    /** Windows of the same length that are needed before the last one. */
    public static final int FEWEST_WINDOWS = 8;

    /** Cases that are needed before the window. */
    public static final int FEWEST_CASES = 20;

    private static final int SHRINK = 20;
    private static final int WEEK = 7;

    private final int[] counts;
    private final Days history;

    /** @param history the days on which all cases of the town are known; others are left out */
    public TownSurge(DatedPoints cases, Days history) {
        this.history = history;
        this.counts = new int[history.length()];
        for (int i = 0; i < cases.size(); i++) {
            if (history.contains(cases.day(i))) {
                counts[cases.day(i) - history.from()]++;
            }
        }
    }

    /**
     * The answer.
     *
     * @param enough false when the days before are too few or too empty; then p is 1 and expected is NaN
     */
    public record Surge(Days days, boolean enough, int observed, double expected, double p) {

        public double ratio() {
            return observed / expected;
        }
    }

    /** Looks at one window, which ends at {@code lastDay}. */
    public Surge last(int lastDay, int days) {
        Days window = new Days(lastDay - days + 1, lastDay);
        int start = window.from() - history.from();
        int windows = Math.min(REFERENCE_DAYS, start) / days;
        int from = start - windows * days;
        int observed = sum(Math.max(0, start), Math.min(counts.length, start + days));
        if (windows < FEWEST_WINDOWS || lastDay > history.to() || sum(from, start) < FEWEST_CASES) {
            return new Surge(window, false, observed, Double.NaN, 1);
        }
        double[] rates = rates(from, start);
        double expected = expected(rates, start, days);
        double scatter = scatter(rates, from, windows, days);
        double variance = scatter * (expected + expected * expected / sum(from, start));
        return new Surge(window, true, observed, expected, new NegativeBinomial(expected, variance).atLeast(observed));
    }

    /**
     * The window of 1 to {@code maxDays} days up to {@code lastDay} that is least likely by chance; p is corrected for
     * the windows tried (Bonferroni).
     */
    public Surge strongest(int lastDay, int maxDays) {
        Surge best = last(lastDay, 1);
        int tried = best.enough() ? 1 : 0;
        for (int days = 2; days <= maxDays; days++) {
            Surge next = last(lastDay, days);
            tried += next.enough() ? 1 : 0;
            best = next.p() < best.p() || !best.enough() ? next : best;
        }
        double p = Math.min(1, best.p() * Math.max(1, tried));
        return new Surge(best.days(), best.enough(), best.observed(), best.expected(), p);
    }

    private int sum(int from, int to) {
        int sum = 0;
        for (int day = from; day < to; day++) {
            sum += counts[day];
        }
        return sum;
    }

    private double[] rates(int from, int to) {
        double common = (double) sum(from, to) / (to - from);
        double[] cases = new double[WEEK];
        double[] days = new double[WEEK];
        for (int day = from; day < to; day++) {
            cases[weekday(day)] += counts[day];
            days[weekday(day)]++;
        }
        double[] rates = new double[WEEK];
        for (int w = 0; w < WEEK; w++) {
            rates[w] = common * (cases[w] + SHRINK) / (days[w] * common + SHRINK);
        }
        return rates;
    }

    private int weekday(int day) {
        return Math.floorMod(history.from() + day, WEEK);
    }

    private double expected(double[] rates, int from, int days) {
        double sum = 0;
        for (int day = from; day < from + days; day++) {
            sum += rates[weekday(day)];
        }
        return sum;
    }

    private double scatter(double[] rates, int from, int windows, int days) {
        double sum = 0;
        for (int w = 0; w < windows; w++) {
            double expected = expected(rates, from + w * days, days);
            double off = sum(from + w * days, from + (w + 1) * days) - expected;
            sum += off * off / expected;
        }
        return Math.max(1, sum / (windows - 1));
    }
}
