package org.gridsight.spatial.cluster;

import java.util.Arrays;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;

/**
 * Points at exactly the same place taken together. Places are numbered from west to east, then from south to north, so
 * the numbers do not depend on the order of the points.
 */
final class DistinctPlaces {

    /** The place of each point. */
    final int[] placeOf;

    final double[] xs;
    final double[] ys;
    /** How many points lie at each place. */
    final int[] counts;

    private DistinctPlaces(int[] placeOf, double[] xs, double[] ys, int[] counts) {
        this.placeOf = placeOf;
        this.xs = xs;
        this.ys = ys;
        this.counts = counts;
    }

    static DistinctPlaces of(PlanarPoints points, Run run) {
        int size = points.size();
        int[] order = ordered(points, run);
        int[] placeOf = new int[size];
        int[] counts = new int[size];
        double[] xs = new double[size];
        double[] ys = new double[size];
        int last = -1;
        for (int point : order) {
            double x = points.x(point);
            double y = points.y(point);
            if (last < 0 || xs[last] != x || ys[last] != y) {
                last++;
                xs[last] = x;
                ys[last] = y;
            }
            placeOf[point] = last;
            counts[last]++;
        }
        int places = last + 1;
        return new DistinctPlaces(
                placeOf, Arrays.copyOf(xs, places), Arrays.copyOf(ys, places), Arrays.copyOf(counts, places));
    }

    /** The points by x, then y: sorted by y first, then by x without changing the order of equal ones. */
    private static int[] ordered(PlanarPoints points, Run run) {
        long[] keys = new long[points.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(points.y(i));
        }
        int[] byY = RadixOrder.of(keys, -1, run);
        keys = new long[points.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(points.x(byY[i]));
        }
        int[] order = RadixOrder.of(keys, -1, run);
        for (int i = 0; i < order.length; i++) {
            order[i] = byY[order[i]];
        }
        return order;
    }

    /** Bits that are in the order of the numbers when taken as unsigned; both zeros are one. */
    private static long key(double value) {
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits ^ (bits >> 63 | Long.MIN_VALUE);
    }

    int size() {
        return xs.length;
    }
}
