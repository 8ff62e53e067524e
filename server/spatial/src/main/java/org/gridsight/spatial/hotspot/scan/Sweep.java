package org.gridsight.spatial.hotspot.scan;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gridsight.spatial.Run;

/**
 * Finds the cylinder with the highest likelihood ratio in one dealing of days to cases. The memory of one thread. Exact,
 * though it looks at few cylinders: dropping a day or a place that brings no case lowers what is expected and keeps what
 * is observed, so the best window begins and ends on a day with a case, and has a case in the place that joined last.
 */
final class Sweep {

    private static final Best NOTHING = new Best(0, -1, 0, 0, 0, 0);

    private final Circles circles;
    private final DayBase base;
    private final int maxDays;
    private final boolean prospective;
    private final Likelihood likelihood;

    /** The most cases of a length class lie under its mask, its least expectation by day in {@link #least}. */
    private final double[] least;

    private final int classes;
    private final int nearClasses;
    private final long[] mask;
    private final int[] longest;

    private final CaseDays cases;

    /** Case days at and before the day looked at, newest first: the day, what is expected before it, cases since. */
    private final int[] leftDay;

    private final double[] leftBase;
    private final int[] leftCases;

    private Best best = NOTHING;
    private double[] limits = {};

    Sweep(Circles circles, DayBase base, Cylinders cylinders, Likelihood likelihood) {
        this.circles = circles;
        this.base = base;
        this.maxDays = Math.min(cylinders.maxSteps(), base.days());
        this.prospective = cylinders.windows() == Cylinders.Windows.PROSPECTIVE;
        this.likelihood = likelihood;
        LeastSums sums = new LeastSums(base, maxDays);
        this.least = sums.byDay();
        this.classes = sums.classes();
        this.longest = IntStream.range(0, classes).map(sums::longest).toArray();
        this.nearClasses = (int) Arrays.stream(longest)
                .filter(days -> days <= CaseDays.REACH + 1)
                .count();
        this.mask = new long[nearClasses];
        for (int j = 0; j < nearClasses; j++) {
            int reach = longest[j] - 1;
            mask[j] = ((1L << (2 * reach + 1)) - 1) << (CaseDays.REACH - reach);
        }
        this.cases = new CaseDays(base.days());
        this.leftDay = new int[maxDays];
        this.leftBase = new double[maxDays];
        this.leftCases = new int[maxDays];
    }

    /** The best cylinder; its ratio is 0 when none has 2 cases and more than expected. */
    Best best(Deal deal, boolean[] banned, Run run) {
        best = NOTHING;
        limits = likelihood.limits(0);
        for (int c = 0; c < circles.size(); c++) {
            run.check();
            if (prospective) {
                growToday(c, deal, banned);
            } else {
                grow(c, deal, banned);
            }
        }
        return best;
    }

    /** A cylinder; {@code from} and {@code to} count from the first day of the period. */
    record Best(double ratio, int centre, int places, int observed, int from, int to) {}

    private void grow(int c, Deal deal, boolean[] banned) {
        cases.clear();
        int inside = 0;
        int[] joined = circles.joined(c);
        for (int k = 0; k < joined.length && !banned[joined[k]]; k++) {
            int first = deal.first(joined[k]);
            int end = deal.first(joined[k] + 1);
            for (int i = first; i < end; i++) {
                cases.add(deal.day(i));
            }
            inside += end - first;
            int i = first;
            while (i < end) {
                int day = deal.day(i);
                do {
                    i++;
                } while (i < end && deal.day(i) == day);
                int next = i < end ? deal.day(i) : base.days();
                int reach = hopeful(day, next, inside);
                if (reach > 0) {
                    look(new int[] {c, k + 1, inside}, day, next, reach);
                }
            }
        }
    }

    /**
     * The longest window around a day that could beat the best, or 0: for each class of lengths the most cases it could
     * hold, first by all days around, then by the fullest run of days, are set against the least days it could have.
     */
    private int hopeful(int day, int next, int inside) {
        int at = day * classes;
        for (int j = classes - 1; j >= nearClasses; j--) {
            int most = cases.atMostWithin(Math.max(0, day - longest[j] + 1), Math.min(next, day + longest[j]) - 1);
            if (inside * least[at + j] <= limits[Math.min(most, Likelihood.SCREENED)]) {
                return longest[j];
            }
        }
        cases.lookAround(day, next);
        for (int j = nearClasses - 1; j >= 0; j--) {
            double product = inside * least[at + j];
            if (product <= limits[Math.min(cases.atMostUnder(mask[j]), Likelihood.SCREENED)]
                    && product <= limits[Math.min(cases.fullest(longest[j]), Likelihood.SCREENED)]) {
                return longest[j];
            }
        }
        return 0;
    }

    /**
     * All windows of up to {@code most} days in which {@code day} is the last day of the place that joined last; {@code
     * next} is its next one.
     *
     * @param circle centre, places, cases inside
     */
    private void look(int[] circle, int day, int next, int most) {
        int inside = circle[2];
        int lefts = walkBack(day, Math.max(0, day - most + 1));
        int last = Math.min(next, day + most) - 1;
        int since = 0;
        int right = day;
        double start = base.before(day);
        while (true) {
            double until = base.before(right + 1);
            int all = leftCases[lefts - 1] + since;
            if (inside * (until - start) <= limits[Math.min(all, Likelihood.SCREENED)]) {
                for (int j = 0; j < lefts; j++) {
                    int sum = leftCases[j] + since;
                    double product = inside * (until - leftBase[j]);
                    if (product <= limits[Math.min(sum, Likelihood.SCREENED)]) {
                        weigh(new int[] {circle[0], circle[1], sum, leftDay[j], right}, product);
                    }
                }
            }
            right = cases.onFrom(right + 1, last);
            if (right < 0) {
                return;
            }
            since += cases.on(right);
            while (leftDay[lefts - 1] <= right - most) {
                lefts--;
            }
        }
    }

    private int walkBack(int day, int earliest) {
        int sum = 0;
        int lefts = 0;
        for (int found = cases.backFrom(day, earliest); found >= 0; found = cases.backFrom(found - 1, earliest)) {
            sum += cases.on(found);
            leftDay[lefts] = found;
            leftBase[lefts] = base.before(found);
            leftCases[lefts] = sum;
            lefts++;
        }
        return lefts;
    }

    private void growToday(int c, Deal deal, boolean[] banned) {
        cases.clear();
        int today = base.days() - 1;
        int earliest = base.days() - maxDays;
        int inside = 0;
        int[] joined = circles.joined(c);
        for (int k = 0; k < joined.length && !banned[joined[k]]; k++) {
            int first = deal.first(joined[k]);
            int end = deal.first(joined[k] + 1);
            inside += end - first;
            for (int i = end - 1; i >= first && deal.day(i) >= earliest; i--) {
                cases.add(deal.day(i));
            }
            int newest = deal.day(end - 1);
            if (newest < earliest) {
                continue;
            }
            int lefts = walkBack(today, earliest);
            for (int j = 0; j < lefts; j++) {
                double product = inside * (base.before(today + 1) - leftBase[j]);
                if (leftDay[j] <= newest && product <= limits[Math.min(leftCases[j], Likelihood.SCREENED)]) {
                    weigh(new int[] {c, k + 1, leftCases[j], leftDay[j], today}, product);
                }
            }
        }
    }

    /** @param cylinder centre, places, observed, from, to */
    private void weigh(int[] cylinder, double product) {
        double e = product / base.all();
        int sum = cylinder[2];
        if (sum < 2 || sum <= e) {
            return;
        }
        double found = likelihood.of(sum, e);
        Best other = new Best(found, cylinder[0], cylinder[1], sum, cylinder[3], cylinder[4]);
        if (found > best.ratio() || (found == best.ratio() && found > 0 && before(other))) {
            best = other;
            limits = likelihood.limits(found);
        }
    }

    /** Of equals the shorter, then the smaller, then by x then y, then the earlier. */
    private boolean before(Best other) {
        int longer = Integer.compare(other.to() - other.from(), best.to() - best.from());
        if (longer != 0) {
            return longer < 0;
        }
        int larger = Double.compare(
                circles.radius(other.centre(), other.places()), circles.radius(best.centre(), best.places()));
        if (larger != 0) {
            return larger < 0;
        }
        return other.centre() < best.centre() || (other.centre() == best.centre() && other.from() < best.from());
    }
}
