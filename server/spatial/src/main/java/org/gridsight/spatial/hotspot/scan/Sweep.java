package org.gridsight.spatial.hotspot.scan;

import java.util.Arrays;
import org.gridsight.spatial.Run;

/**
 * Finds the cylinder with the highest likelihood ratio in one dealing of days to cases. The memory of one thread. Exact,
 * though it looks at few cylinders: dropping a day or a place that brings no case lowers what is expected and keeps what
 * is observed, so the best window begins and ends on a day with a case, and has a case in the place that joined last.
 */
final class Sweep {

    private final Circles circles;
    private final DayBase base;
    private final int maxDays;
    private final boolean prospective;
    private final Likelihood likelihood;

    /** Cases of the circle on each day, and a bit for each day that has one. */
    private final int[] count;

    private final long[] busy;

    /** Case days at and before the day looked at, newest first: the day, what is expected before it, cases since. */
    private final int[] leftDay;

    private final double[] leftBase;
    private final int[] leftCases;

    // the best so far
    private double ratio;
    private int centre = -1;
    private int places;
    private int observed;
    private int from;
    private int to;
    private double[] limits = {};

    Sweep(Circles circles, DayBase base, Cylinders cylinders, Likelihood likelihood) {
        this.circles = circles;
        this.base = base;
        this.maxDays = Math.min(cylinders.maxDays(), base.days());
        this.prospective = cylinders.windows() == Cylinders.Windows.PROSPECTIVE;
        this.likelihood = likelihood;
        this.count = new int[base.days()];
        this.busy = new long[(base.days() + 63) / 64];
        this.leftDay = new int[maxDays];
        this.leftBase = new double[maxDays];
        this.leftCases = new int[maxDays];
    }

    /** The best cylinder; its ratio is 0 when none has 2 cases and more than expected. */
    Best best(Deal deal, boolean[] banned, Run run) {
        ratio = 0;
        centre = -1;
        limits = likelihood.limits(0);
        for (int c = 0; c < circles.size(); c++) {
            run.check();
            if (prospective) {
                growToday(c, deal, banned);
            } else {
                grow(c, deal, banned);
            }
        }
        return new Best(ratio, centre, places, observed, from, to);
    }

    /** A cylinder; {@code from} and {@code to} count from the first day of the period. */
    record Best(double ratio, int centre, int places, int observed, int from, int to) {}

    private void grow(int c, Deal deal, boolean[] banned) {
        Arrays.fill(count, 0);
        Arrays.fill(busy, 0);
        int inside = 0;
        int[] joined = circles.joined(c);
        for (int k = 0; k < joined.length && !banned[joined[k]]; k++) {
            int first = deal.first(joined[k]);
            int end = deal.first(joined[k] + 1);
            for (int i = first; i < end; i++) {
                int day = deal.day(i);
                count[day]++;
                busy[day >> 6] |= 1L << day;
            }
            inside += end - first;
            int i = first;
            while (i < end) {
                int day = deal.day(i);
                do {
                    i++;
                } while (i < end && deal.day(i) == day);
                look(c, k + 1, inside, day, i < end ? deal.day(i) : base.days());
            }
        }
    }

    /** All windows in which {@code day} is the last day of the place that joined last; {@code next} is its next one. */
    private void look(int c, int k, int inside, int day, int next) {
        int lefts = walkBack(day, Math.max(0, day - maxDays + 1));
        int last = Math.min(next, day + maxDays) - 1;
        int since = 0;
        int right = day;
        double least = base.before(day);
        while (true) {
            double until = base.before(right + 1);
            int most = leftCases[lefts - 1] + since;
            if (inside * (until - least) <= limits[Math.min(most, Likelihood.SCREENED)]) {
                for (int j = 0; j < lefts; j++) {
                    int cases = leftCases[j] + since;
                    double product = inside * (until - leftBase[j]);
                    if (product <= limits[Math.min(cases, Likelihood.SCREENED)]) {
                        weigh(c, k, cases, product, leftDay[j], right);
                    }
                }
            }
            right = following(right + 1, last);
            if (right < 0) {
                return;
            }
            since += count[right];
            while (leftDay[lefts - 1] <= right - maxDays) {
                lefts--;
            }
        }
    }

    private int walkBack(int day, int earliest) {
        int cases = 0;
        int lefts = 0;
        int word = day >> 6;
        long bits = busy[word] & (-1L >>> (63 - (day & 63)));
        while (true) {
            while (bits == 0) {
                if (--word < earliest >> 6) {
                    return lefts;
                }
                bits = busy[word];
            }
            int found = (word << 6) + 63 - Long.numberOfLeadingZeros(bits);
            if (found < earliest) {
                return lefts;
            }
            cases += count[found];
            leftDay[lefts] = found;
            leftBase[lefts] = base.before(found);
            leftCases[lefts] = cases;
            lefts++;
            bits ^= 1L << found;
        }
    }

    /** The first case day from {@code day} to {@code last}, or -1. */
    private int following(int day, int last) {
        if (day > last) {
            return -1;
        }
        int word = day >> 6;
        long bits = busy[word] & (-1L << day);
        while (bits == 0) {
            if (++word > last >> 6) {
                return -1;
            }
            bits = busy[word];
        }
        int found = (word << 6) + Long.numberOfTrailingZeros(bits);
        return found <= last ? found : -1;
    }

    private void growToday(int c, Deal deal, boolean[] banned) {
        Arrays.fill(count, 0);
        Arrays.fill(busy, 0);
        int today = base.days() - 1;
        int earliest = base.days() - maxDays;
        int inside = 0;
        int[] joined = circles.joined(c);
        for (int k = 0; k < joined.length && !banned[joined[k]]; k++) {
            int first = deal.first(joined[k]);
            int end = deal.first(joined[k] + 1);
            inside += end - first;
            for (int i = end - 1; i >= first && deal.day(i) >= earliest; i--) {
                int day = deal.day(i);
                count[day]++;
                busy[day >> 6] |= 1L << day;
            }
            int newest = deal.day(end - 1);
            if (newest < earliest) {
                continue;
            }
            int lefts = walkBack(today, earliest);
            for (int j = 0; j < lefts; j++) {
                double product = inside * (base.before(today + 1) - leftBase[j]);
                if (leftDay[j] <= newest && product <= limits[Math.min(leftCases[j], Likelihood.SCREENED)]) {
                    weigh(c, k + 1, leftCases[j], product, leftDay[j], today);
                }
            }
        }
    }

    private void weigh(int c, int k, int cases, double product, int first, int last) {
        double e = product / base.all();
        if (cases < 2 || cases <= e) {
            return;
        }
        double found = likelihood.of(cases, e);
        if (found < ratio || found == 0 || (found == ratio && !before(c, k, first, last))) {
            return;
        }
        if (found > ratio) {
            ratio = found;
            limits = likelihood.limits(found);
        }
        centre = c;
        places = k;
        observed = cases;
        from = first;
        to = last;
    }

    /** Of equals the shorter, then the smaller, then by x then y, then the earlier. */
    private boolean before(int c, int k, int first, int last) {
        int longer = Integer.compare(last - first, to - from);
        if (longer != 0) {
            return longer < 0;
        }
        int larger = Double.compare(circles.radius(c, k), circles.radius(centre, places));
        if (larger != 0) {
            return larger < 0;
        }
        return c < centre || (c == centre && first < from);
    }
}
