package org.gridsight.spatial.hotspot;

import java.util.Arrays;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;

/**
 * Whether what is near in space is also near in time more often than chance: near repeats. Method: Knox, "The detection
 * of space-time interactions", Applied Statistics 13, 1964, tested by permuting the days among the places (Besag and
 * Diggle 1977), {@code p = (r + 1) / (m + 1)} with r permutations that reach the observed count. Guarantee: counts are
 * exact (distance at most, days apart at most); the answer depends on the seed, not on threads or the order of threads.
 * Cost: near linear for the counts by a grid of cells as wide as the distance; a permutation one look at each near pair.
 * Memory: 4 bytes for each near pair. Limit: at most {@value #MOST_PAIRS} near pairs; a change of where things happen
 * over time looks like interaction, too.
 */
public final class Knox {

    /** Most pairs near in space that are kept for the permutations. */
    public static final int MOST_PAIRS = 1 << 28;

    private static final int LAST_DAY = 200_000_000;

    /** Permutations between two reports of progress. */
    private static final int AT_ONCE = 64;

    private final NearPairs near;
    private final int[] days;
    private final int apart;

    /** @param days day of each point, in the order of the points */
    public Knox(PlanarPoints points, int[] days, double metres, int daysApart) {
        if (days.length != points.size()) {
            throw new UnusableInput("there are " + points.size() + " points but " + days.length + " days");
        }
        if (daysApart < 0) {
            throw new UnusableInput("days apart must be at least 0, was " + daysApart);
        }
        this.near = NearPairs.within(points, metres, MOST_PAIRS);
        this.apart = daysApart;
        this.days = new int[days.length];
        for (int at = 0; at < days.length; at++) {
            int day = days[near.pointAt(at)];
            if (Math.abs((long) day) > LAST_DAY) {
                throw new UnusableInput(
                        "point " + (near.pointAt(at) + 1) + ": day " + day + " is no day of a calendar");
            }
            this.days[at] = day;
        }
    }

    /**
     * What was counted and how likely that is by chance.
     *
     * @param observed pairs near in space and in time
     * @param nearInSpace pairs near in space
     * @param nearInTime pairs near in time
     * @param pairs all pairs
     * @param permutations how many were counted
     * @param p one-sided; 1 without permutations
     */
    public record Interaction(
            long observed, long nearInSpace, long nearInTime, long pairs, int permutations, double p) {

        /** Pairs near in both that chance would give; 0 when there are no pairs. */
        public double expected() {
            return pairs == 0 ? 0 : (double) nearInSpace * nearInTime / pairs;
        }

        /** Observed over expected; not a number when nothing is expected. */
        public double ratio() {
            return observed / expected();
        }
    }

    /** Counts and tests with so many permutations. */
    public Interaction test(int permutations, long seed, Run run) {
        if (permutations < 0) {
            throw new UnusableInput("permutations must be at least 0, was " + permutations);
        }
        long observed = near.closeIn(days, apart);
        boolean[] reaches = new boolean[permutations];
        for (int done = 0; done < permutations; done += AT_ONCE) {
            int first = done;
            run.each(Math.min(AT_ONCE, permutations - first), 1, (from, to) -> {
                for (int permutation = first + from; permutation < first + to; permutation++) {
                    reaches[permutation] = near.closeIn(shuffled(new SplitMix(seed, permutation)), apart) >= observed;
                }
            });
            run.report((double) Math.min(permutations, done + AT_ONCE) / permutations);
        }
        int reached = 0;
        for (boolean one : reaches) {
            reached += one ? 1 : 0;
        }
        double p = (reached + 1.0) / (permutations + 1.0);
        long n = days.length;
        return new Interaction(observed, near.count(), nearInTime(), n * (n - 1) / 2, permutations, p);
    }

    private int[] shuffled(SplitMix random) {
        int[] into = days.clone();
        for (int i = days.length - 1; i > 0; i--) {
            int j = random.below(i + 1);
            int day = into[i];
            into[i] = into[j];
            into[j] = day;
        }
        return into;
    }

    /** Counts pairs by a window that slides over the sorted days. */
    private long nearInTime() {
        int[] sorted = days.clone();
        Arrays.sort(sorted);
        long pairs = 0;
        int first = 0;
        for (int i = 0; i < sorted.length; i++) {
            while ((long) sorted[i] - sorted[first] > apart) {
                first++;
            }
            pairs += i - first;
        }
        return pairs;
    }
}
