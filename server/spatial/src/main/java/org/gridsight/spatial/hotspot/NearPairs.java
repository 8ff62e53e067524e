package org.gridsight.spatial.hotspot;

import java.util.Arrays;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.UnusableInput;

/**
 * All pairs of points at most a distance apart. Points are put in the order of square cells as wide as the distance;
 * partners of a point then stand in two short runs, one behind it and one in the next column, whose ends only move
 * forward. Pairs are kept by the earlier partner, so counting over them walks through memory in order.
 */
final class NearPairs {

    private static final int MOST_POINTS = 1 << 24;
    private static final int LAST_CELL = (1 << 20) - 2;

    private static final int MOST_APART = 500_000_000;

    private final int[] order;
    private final long[] keys;
    private final double[] x;
    private final double[] y;
    private final int[] starts;
    private int[] partners = new int[1 << 10];
    private int count;

    private NearPairs(PlanarPoints points, double metres) {
        int n = points.size();
        this.keys = keys(points, metres);
        this.order = new int[n];
        this.x = new double[n];
        this.y = new double[n];
        this.starts = new int[n + 1];
        for (int at = 0; at < n; at++) {
            order[at] = (int) (keys[at] & (MOST_POINTS - 1));
            x[at] = points.x(order[at]);
            y[at] = points.y(order[at]);
            keys[at] >>>= 24;
        }
    }

    /**
     * Finds the pairs.
     *
     * @throws UnusableInput when there are more than {@code most}, or more points than the keys can number
     */
    static NearPairs within(PlanarPoints points, double metres, int most) {
        if (!(metres > 0) || Double.isInfinite(metres)) {
            throw new UnusableInput("the distance must be above 0, was " + metres);
        }
        if (points.size() > MOST_POINTS) {
            throw new UnusableInput("there are " + points.size() + " points, at most " + MOST_POINTS + " are possible");
        }
        NearPairs pairs = new NearPairs(points, metres);
        pairs.find(metres * metres, most);
        return pairs;
    }

    /** Column, row and number of each point in one word, sorted. Cells grow when the range has too many. */
    private static long[] keys(PlanarPoints points, double metres) {
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double extent = 0;
        for (int i = 0; i < points.size(); i++) {
            west = Math.min(west, points.x(i));
            south = Math.min(south, points.y(i));
        }
        for (int i = 0; i < points.size(); i++) {
            extent = Math.max(extent, Math.max(points.x(i) - west, points.y(i) - south));
        }
        // a little wider than the distance, so that rounding never parts two neighbours by two cells
        double side = Math.max(metres * (1 + 1e-9), extent / LAST_CELL);
        long[] keys = new long[points.size()];
        for (int i = 0; i < keys.length; i++) {
            long column = (long) ((points.x(i) - west) / side);
            long row = (long) ((points.y(i) - south) / side);
            keys[i] = column << 44 | row << 24 | i;
        }
        Arrays.sort(keys);
        return keys;
    }

    private void find(double squaredMetres, int most) {
        int next = 0;
        for (int at = 0; at < order.length; at++) {
            starts[at] = count;
            long cell = keys[at];
            take(at, at + 1, cell + 1, squaredMetres, most);
            long below = cell + (1L << 20) - 1;
            while (next < order.length && keys[next] < below) {
                next++;
            }
            take(at, Math.max(next, at + 1), cell + (1L << 20) + 1, squaredMetres, most);
        }
        starts[order.length] = count;
    }

    /** Takes partners from a position on, up to the last one of a cell. */
    private void take(int at, int from, long lastCell, double squaredMetres, int most) {
        for (int other = from; other < order.length && keys[other] <= lastCell; other++) {
            double dx = x[at] - x[other];
            double dy = y[at] - y[other];
            if (dx * dx + dy * dy <= squaredMetres) {
                if (count == partners.length) {
                    grow(most);
                }
                partners[count++] = other;
            }
        }
    }

    private void grow(int most) {
        if (count >= most) {
            throw new UnusableInput("more than " + most + " pairs are near in space; take a shorter distance");
        }
        partners = Arrays.copyOf(partners, (int) Math.min(most, count * 2L));
    }

    /** Number of pairs. */
    int count() {
        return count;
    }

    /** The point that stands at a position of the order by cells. */
    int pointAt(int position) {
        return order[position];
    }

    /**
     * How many of the pairs have days at most so far apart.
     *
     * @param days by position, none beyond 200 million
     */
    long closeIn(int[] days, int apart) {
        int width = 2 * Math.min(apart, MOST_APART) + 1;
        long close = 0;
        for (int at = 0; at < order.length; at++) {
            int first = days[at] - width / 2;
            int inside = 0;
            for (int i = starts[at]; i < starts[at + 1]; i++) {
                int after = days[partners[i]] - first;
                // one when 0 <= after < width, from the signs alone: chance would mislead a branch
                inside += (after - width & ~after) >>> 31;
            }
            close += inside;
        }
        return close;
    }
}
