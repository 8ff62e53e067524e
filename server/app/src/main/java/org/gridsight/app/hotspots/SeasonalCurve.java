package org.gridsight.app.hotspots;

import java.time.LocalDate;
import java.util.Optional;
import org.gridsight.spatial.hotspot.scan.DayCurve;
import org.gridsight.spatial.hotspot.scan.Days;

/**
 * What the town expects on a day by the season: the mean of the same weeks of other years, or of its own year where no
 * other is on record. A cluster in the high season of its kind then does not raise what is expected of itself.
 */
final class SeasonalCurve {

    /** Days on either side that stand for a day. */
    private static final int AROUND = 14;

    /** So long without a case means that nobody kept records. */
    private static final int GAP = 180;

    /** Days on record from which a season can be told: a year and four weeks. */
    private static final int LONG_ENOUGH = 393;

    private static final int MOST_YEARS = 10;

    private final int first;
    private final int[] before;
    private final boolean[] recorded;
    private final int recordedDays;

    /** @param history of the same kind, all of it */
    SeasonalCurve(CaseSet history, Days period) {
        first = Math.min(history.firstDay(), period.from());
        int last = Math.max(history.lastDay(), period.to());
        int[] counts = new int[last - first + 1];
        for (int i = 0; i < history.size(); i++) {
            counts[history.day(i) - first]++;
        }
        before = new int[counts.length + 1];
        recorded = new boolean[counts.length];
        int latest = -1;
        int days = 0;
        for (int day = 0; day < counts.length; day++) {
            before[day + 1] = before[day] + counts[day];
            if (counts[day] > 0) {
                // the days since the case before it count as kept, unless they are too many
                for (int back = day; latest >= 0 && day - latest <= GAP && back > latest; back--) {
                    recorded[back] = true;
                    days++;
                }
                recorded[day] = true;
                latest = day;
            }
        }
        recordedDays = days;
    }

    /** Nothing while the history is too short to know a season. */
    Optional<DayCurve> over(Days period) {
        if (recordedDays < LONG_ENOUGH) {
            return Optional.empty();
        }
        double[] weights = new double[period.length()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight(period.from() + i);
        }
        return Optional.of(DayCurve.of(period, weights));
    }

    private double weight(int day) {
        if (!recorded[day - first]) {
            return 1e-6;
        }
        LocalDate date = LocalDate.ofEpochDay(day);
        double cases = 0;
        int days = 0;
        for (int years = -MOST_YEARS; years <= MOST_YEARS; years++) {
            int middle = (int) date.plusYears(years).toEpochDay() - first;
            if (years != 0) {
                cases += cases(middle);
                days += days(middle);
            }
        }
        if (days == 0) {
            cases = cases(day - first);
            days = days(day - first);
        }
        return (cases + 0.25) / (days + 0.25);
    }

    private int cases(int middle) {
        int from = Math.max(0, middle - AROUND);
        int to = Math.min(before.length - 1, middle + AROUND + 1);
        return from < to ? before[to] - before[from] : 0;
    }

    private int days(int middle) {
        int days = 0;
        for (int day = Math.max(0, middle - AROUND); day <= Math.min(recorded.length - 1, middle + AROUND); day++) {
            days += recorded[day] ? 1 : 0;
        }
        return days;
    }
}
