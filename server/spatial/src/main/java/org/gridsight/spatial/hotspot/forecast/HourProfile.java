package org.gridsight.spatial.hotspot.forecast;

import java.util.Arrays;
import org.gridsight.spatial.UnusableInput;

/**
 * How the load of a day falls on its hours, by day of the week (0 is Monday), and how weekdays differ. Counts are
 * smoothed over the hours before and after, around the week, and drawn towards the profile of all days together with the
 * weight of {@value #PRIOR_CASES} cases a day, so that an hour without cases is quiet and never impossible. The shares of
 * a day sum to 1, the factors of the seven days to 7. Immutable.
 */
public final class HourProfile {

    static final int HOURS = 24;
    static final int WEEK = 7 * HOURS;

    private static final double PRIOR_CASES = 24;
    private static final double SPREAD_HOURS = 1;
    private static final int REACH = 4;
    private static final long HOUR = 3_600;

    private final double[] shares;
    private final double[] factors;

    private HourProfile(double[] shares, double[] factors) {
        this.shares = shares;
        this.factors = factors;
    }

    /**
     * Learns from the times of cases.
     *
     * @param localSeconds since 1970-01-01T00:00 on the local clock
     */
    public static HourProfile of(long[] localSeconds) {
        double[] counts = new double[WEEK];
        for (long seconds : localSeconds) {
            // 1970-01-01 was a Thursday
            counts[(int) Math.floorMod(Math.floorDiv(seconds, HOUR) + 3 * HOURS, (long) WEEK)]++;
        }
        double[] smooth = smooth(counts);
        double[] usual = usualDay(smooth);
        double[] shares = new double[WEEK];
        double[] factors = new double[7];
        for (int weekday = 0; weekday < 7; weekday++) {
            double cases = 0;
            for (int hour = 0; hour < HOURS; hour++) {
                cases += smooth[weekday * HOURS + hour];
                factors[weekday] += counts[weekday * HOURS + hour];
            }
            for (int hour = 0; hour < HOURS; hour++) {
                shares[weekday * HOURS + hour] =
                        (smooth[weekday * HOURS + hour] + PRIOR_CASES * usual[hour]) / (cases + PRIOR_CASES);
            }
        }
        return new HourProfile(shares, factors(factors, weekdays(localSeconds)));
    }

    /** How often each weekday lies between the first and the last case. */
    private static double[] weekdays(long[] localSeconds) {
        double[] days = new double[7];
        if (localSeconds.length > 0) {
            long first = Math.floorDiv(Arrays.stream(localSeconds).min().getAsLong(), HOURS * HOUR);
            long last = Math.floorDiv(Arrays.stream(localSeconds).max().getAsLong(), HOURS * HOUR);
            for (int weekday = 0; weekday < 7; weekday++) {
                long since = Math.floorMod(weekday - 3 - first, 7L);
                days[weekday] = first + since > last ? 0 : (last - first - since) / 7 + 1;
            }
        }
        return days;
    }

    /** Cases of a weekday by what its days would have had if all were alike; their sum is 7. */
    private static double[] factors(double[] cases, double[] days) {
        double allCases = Arrays.stream(cases).sum();
        double allDays = Math.max(1, Arrays.stream(days).sum());
        double[] factors = new double[7];
        double sum = 0;
        for (int weekday = 0; weekday < 7; weekday++) {
            double alike = allCases * days[weekday] / allDays;
            factors[weekday] = (cases[weekday] + PRIOR_CASES) / (alike + PRIOR_CASES);
            sum += factors[weekday];
        }
        for (int weekday = 0; weekday < 7; weekday++) {
            factors[weekday] *= 7 / sum;
        }
        return factors;
    }

    private static double[] smooth(double[] counts) {
        double[] kernel = new double[REACH + 1];
        double sum = 0;
        for (int k = 0; k <= REACH; k++) {
            kernel[k] = Math.exp(-k * k / (2 * SPREAD_HOURS * SPREAD_HOURS));
            sum += k == 0 ? kernel[k] : 2 * kernel[k];
        }
        double[] smooth = new double[WEEK];
        for (int at = 0; at < WEEK; at++) {
            for (int k = -REACH; k <= REACH; k++) {
                smooth[at] += counts[Math.floorMod(at + k, WEEK)] * kernel[Math.abs(k)] / sum;
            }
        }
        return smooth;
    }

    /** Shares of the hours over all days; even when there are no cases. */
    private static double[] usualDay(double[] smooth) {
        double[] usual = new double[HOURS];
        double sum = 0;
        for (int at = 0; at < WEEK; at++) {
            usual[at % HOURS] += smooth[at];
            sum += smooth[at];
        }
        for (int hour = 0; hour < HOURS; hour++) {
            usual[hour] = (usual[hour] + 1) / (sum + HOURS);
        }
        return usual;
    }

    /**
     * Share of the day's load that falls on an hour; over a day they sum to 1.
     *
     * @param weekday 0 is Monday
     */
    public double share(int weekday, int hour) {
        check(weekday, hour);
        return shares[weekday * HOURS + hour];
    }

    /** Load of a weekday by the load of an average day; over a week they sum to 7. */
    public double factor(int weekday) {
        check(weekday, 0);
        return factors[weekday];
    }

    /** Load of an hour when an average day has the given one. */
    public double load(double averageDay, int weekday, int hour) {
        return averageDay * factor(weekday) * share(weekday, hour);
    }

    private static void check(int weekday, int hour) {
        if (weekday < 0 || weekday > 6 || hour < 0 || hour >= HOURS) {
            throw new UnusableInput("weekday " + weekday + ", hour " + hour + ": they must lie in 0..6 and 0..23");
        }
    }
}
