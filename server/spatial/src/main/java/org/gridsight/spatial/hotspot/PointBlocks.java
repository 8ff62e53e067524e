package org.gridsight.spatial.hotspot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.gridsight.spatial.PlanarPoints;

/** Points in the order of square blocks, with the box of each block. */
final class PointBlocks {

    private final double[] x;
    private final double[] y;
    private final int[] starts;
    private final double[] boxes;

    PointBlocks(PlanarPoints points, double side) {
        int[] order = order(points, side);
        this.x = new double[order.length];
        this.y = new double[order.length];
        int[] begun = new int[order.length + 1];
        int blocks = 0;
        for (int at = 0; at < order.length; at++) {
            x[at] = points.x(order[at]);
            y[at] = points.y(order[at]);
            boolean same = at > 0
                    && Math.floor(x[at] / side) == Math.floor(x[at - 1] / side)
                    && Math.floor(y[at] / side) == Math.floor(y[at - 1] / side);
            if (!same) {
                begun[blocks++] = at;
            }
        }
        begun[blocks] = order.length;
        this.starts = Arrays.copyOf(begun, blocks + 1);
        this.boxes = boxes();
    }

    private static int[] order(PlanarPoints points, double side) {
        return IntStream.range(0, points.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> Math.floor(points.x(i) / side))
                        .thenComparingDouble(i -> Math.floor(points.y(i) / side)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double[] boxes() {
        double[] all = new double[4 * size()];
        for (int block = 0; block < size(); block++) {
            double west = Double.POSITIVE_INFINITY;
            double south = Double.POSITIVE_INFINITY;
            double east = Double.NEGATIVE_INFINITY;
            double north = Double.NEGATIVE_INFINITY;
            for (int i = starts[block]; i < starts[block + 1]; i++) {
                west = Math.min(west, x[i]);
                south = Math.min(south, y[i]);
                east = Math.max(east, x[i]);
                north = Math.max(north, y[i]);
            }
            all[4 * block] = west;
            all[4 * block + 1] = south;
            all[4 * block + 2] = east;
            all[4 * block + 3] = north;
        }
        return all;
    }

    int size() {
        return starts.length - 1;
    }

    int start(int block) {
        return starts[block];
    }

    /** In the order of the blocks; not to be changed. */
    double[] xs() {
        return x;
    }

    /** In the order of the blocks; not to be changed. */
    double[] ys() {
        return y;
    }

    /** Squared distance to the box of a block. */
    double squaredDistance(int block, double atX, double atY) {
        double dx = Math.max(0, Math.max(boxes[4 * block] - atX, atX - boxes[4 * block + 2]));
        double dy = Math.max(0, Math.max(boxes[4 * block + 1] - atY, atY - boxes[4 * block + 3]));
        return dx * dx + dy * dy;
    }

    /** A squared distance within which there is at least one point: the far corner of the best box. */
    double nearestAtMost(double atX, double atY) {
        double best = Double.POSITIVE_INFINITY;
        for (int block = 0; block < size(); block++) {
            double dx = Math.max(Math.abs(boxes[4 * block] - atX), Math.abs(boxes[4 * block + 2] - atX));
            double dy = Math.max(Math.abs(boxes[4 * block + 1] - atY), Math.abs(boxes[4 * block + 3] - atY));
            best = Math.min(best, dx * dx + dy * dy);
        }
        return best;
    }
}
