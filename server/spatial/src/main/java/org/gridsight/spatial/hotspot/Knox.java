package org.gridsight.spatial.hotspot;

import java.util.Arrays;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;

/**
 * Whether what is near in space is also near in time more often than chance: near repeats. Method: Knox, "The detection
 * of space-time interactions", Applied Statistics 13, 1964, tested by permuting the days among the places (Besag and
 * Diggle 1977), {@code p = (r + 1) / (m + 1)} with r of m permutations that reach the observed count. With
 * {@link #stoppingAfter} the test ends at the h-th that does, the l-th of all, and {@code p = h / l}, which is as valid a
 * p-value and spares work where there is nothing (Besag and Clifford, Biometrika 78, 1991). Guarantee: counts are exact
 * (distance at most, days apart at most); the answer depends on the seed, not on threads or the order of threads.
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
    /** 0: never stops. */
    private final int enough;

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
        this.enough = 0;
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

    private Knox(Knox other, int enough) {
        near = other.near;
        days = other.days;
        apart = other.apart;
        this.enough = enough;
    }

    /** The same test, which ends as soon as so many permutations reach the observed count; 0: it never does. */
    public Knox stoppingAfter(int reached) {
        if (reached < 0) {
            throw new UnusableInput("stop-after is " + reached + ", it must be at least 0");
        }
        return new Knox(this, reached);
    }

    /**
     * What was counted and how likely that is by chance.
     *
     * @param observed pairs near in space and in time
     * @param nearInSpace pairs near in space
     * @param nearInTime pairs near in time
     * @param pairs all pairs
     * @param permutations how many were counted, up to where the test stopped
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
        int reached = 0;
        int counted = 0;
        while (counted < permutations && !isEnough(reached)) {
            int first = counted;
            boolean[] reaches = new boolean[Math.min(AT_ONCE, permutations - first)];
            run.each(reaches.length, 1, (from, to) -> {
                for (int k = from; k < to; k++) {
                    reaches[k] = near.closeIn(shuffled(new SplitMix(seed, first + k)), apart) >= observed;
                }
            });
            // what threads counted beyond the one that was enough does not count
            for (int k = 0; k < reaches.length && !isEnough(reached); k++) {
                reached += reaches[k] ? 1 : 0;
                counted++;
            }
            run.report((double) counted / permutations);
        }
        double p = isEnough(reached) ? (double) reached / counted : (reached + 1.0) / (counted + 1.0);
        long n = days.length;
        return new Interaction(observed, near.count(), nearInTime(), n * (n - 1) / 2, counted, p);
    }

    private boolean isEnough(int reached) {
        return enough > 0 && reached >= enough;
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
