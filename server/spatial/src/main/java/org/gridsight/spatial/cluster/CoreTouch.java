package org.gridsight.spatial.cluster;

import java.util.Arrays;

/**
 * Whether two groups of points have a pair of neighbours. Small groups are tried pair by pair; large ones are halved
 * until their boxes are apart, are near as a whole, or are small: the cost does not grow with the product of the sizes.
 */
final class CoreTouch {

    private static final int FEW_PAIRS = 1 << 12;
    private static final int LEAF = 16;

    private final CellOrder cells;
    private final Nearness nearness;

    CoreTouch(CellOrder cells, Nearness nearness) {
        this.cells = cells;
        this.nearness = nearness;
    }

    /** Points {@code a..aEnd} against {@code b..bEnd}. */
    boolean touch(int a, int aEnd, int b, int bEnd) {
        if ((long) (aEnd - a) * (bEnd - b) > FEW_PAIRS) {
            Half one = new Half(a, aEnd);
            Half other = new Half(b, bEnd);
            return halved(one.near(other).single(), other.near(one).single());
        }
        for (int p = a; p < aEnd; p++) {
            if (nearness.count(p, b, bEnd, 1) > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean halved(Half one, Half other) {
        if (one.size() == 0 || other.size() == 0 || !one.mayTouch(other)) {
            return false;
        }
        if (one.allTouch(other)) {
            return true;
        }
        if (one.size() <= LEAF && other.size() <= LEAF) {
            return one.anyTouch(other);
        }
        if (one.smallerThan(other)) {
            return halved(other, one);
        }
        Half low = one.low();
        Half high = one.high();
        boolean lowFirst = low.squaredApart(other) <= high.squaredApart(other);
        return halved(lowFirst ? low : high, other) || halved(lowFirst ? high : low, other);
    }

    /** Some of the points, with their box: west, east, south, north, first, last. */
    private final class Half {

        private final int[] points;
        private final double[] box = new double[6];

        Half(int from, int to) {
            this(numbers(from, to));
        }

        private Half(int[] points) {
            this.points = points;
            extent(cells.xs, 0);
            extent(cells.ys, 2);
            if (nearness.timed()) {
                extent(cells.ts, 4);
            }
        }

        private void extent(double[] values, int at) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int point : points) {
                least = Math.min(least, values[point]);
                most = Math.max(most, values[point]);
            }
            box[at] = least;
            box[at + 1] = most;
        }

        int size() {
            return points.length;
        }

        /** Those that may have a neighbour in the other's box. */
        Half near(Half other) {
            int[] kept = new int[points.length];
            int count = 0;
            for (int point : points) {
                double dx = Math.max(0, Math.max(other.box[0] - cells.xs[point], cells.xs[point] - other.box[1]));
                double dy = Math.max(0, Math.max(other.box[2] - cells.ys[point], cells.ys[point] - other.box[3]));
                if (dx * dx + dy * dy <= nearness.squaredEps) {
                    kept[count++] = point;
                }
            }
            return new Half(Arrays.copyOf(kept, count));
        }

        private double apart(Half other, int at) {
            return Math.max(0, Math.max(other.box[at] - box[at + 1], box[at] - other.box[at + 1]));
        }

        double squaredApart(Half other) {
            double dx = apart(other, 0);
            double dy = apart(other, 2);
            return dx * dx + dy * dy;
        }

        boolean mayTouch(Half other) {
            return squaredApart(other) <= nearness.squaredEps && (!nearness.timed() || apart(other, 4) <= nearness.gap);
        }

        private double across(Half other, int at) {
            return Math.max(other.box[at + 1] - box[at], box[at + 1] - other.box[at]);
        }

        boolean allTouch(Half other) {
            double dx = across(other, 0);
            double dy = across(other, 2);
            return dx * dx + dy * dy <= nearness.squaredEps && (!nearness.timed() || across(other, 4) <= nearness.gap);
        }

        boolean anyTouch(Half other) {
            for (int p : points) {
                for (int q : other.points) {
                    if (nearness.count(p, q, q + 1, 1) > 0) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** The points up to the middle of the box along its longer side; both halves hold fewer points than this. */
        Half low() {
            return part(true);
        }

        Half high() {
            return part(false);
        }

        private Half part(boolean low) {
            int axis = longest();
            double[] values = axis == 0 ? cells.xs : axis == 2 ? cells.ys : cells.ts;
            double middle = box[axis] + (box[axis + 1] - box[axis]) / 2;
            // rounding may put the middle on the far side: the nearest point there still stays out of the low part
            double bound = middle < box[axis + 1] ? middle : box[axis];
            int[] kept = new int[points.length];
            int count = 0;
            for (int point : points) {
                if (values[point] <= bound == low) {
                    kept[count++] = point;
                }
            }
            return new Half(Arrays.copyOf(kept, count)).single();
        }

        /** One point in place of many that are all alike. */
        Half single() {
            boolean alike = box[0] == box[1] && box[2] == box[3] && box[4] == box[5];
            return alike && points.length > 1 ? new Half(Arrays.copyOf(points, 1)) : this;
        }

        boolean smallerThan(Half other) {
            int byMetres = Double.compare(side(), other.side());
            return byMetres < 0 || (byMetres == 0 && box[5] - box[4] < other.box[5] - other.box[4]);
        }

        private double side() {
            return Math.max(box[1] - box[0], box[3] - box[2]);
        }

        /** Sides in metres are compared with each other; time is cut only when the places are one. */
        private int longest() {
            double width = box[1] - box[0];
            double height = box[3] - box[2];
            return width == 0 && height == 0 && nearness.timed() ? 4 : width >= height ? 0 : 2;
        }
    }

    private static int[] numbers(int from, int to) {
        int[] numbers = new int[to - from];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = from + i;
        }
        return numbers;
    }
}
