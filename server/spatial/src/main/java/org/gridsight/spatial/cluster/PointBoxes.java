package org.gridsight.spatial.cluster;

/** Tight boxes in space and time around the points of the full cells; they spare looking at each point. */
final class PointBoxes {

    /** Cells with fewer points are looked through as fast as their box. */
    static final int FULL = 32;

    private static final int SIDES = 6;

    private final CellOrder cells;
    /** The number of the box of each cell, or -1. */
    private final int[] numbers;
    /** West, east, south, north, first and last time of each box. */
    private final double[] sides;

    PointBoxes(CellOrder cells) {
        this.cells = cells;
        numbers = new int[cells.cells()];
        int count = 0;
        for (int cell = 0; cell < numbers.length; cell++) {
            numbers[cell] = cells.size(cell) >= FULL ? count++ : -1;
        }
        sides = new double[count * SIDES];
        for (int cell = 0; cell < numbers.length; cell++) {
            if (numbers[cell] >= 0) {
                put(cell, numbers[cell] * SIDES);
            }
        }
    }

    private void put(int cell, int at) {
        int from = cells.starts[cell];
        int to = cells.starts[cell + 1];
        Extent.measure(cells.xs, from, to, sides, at);
        Extent.measure(cells.ys, from, to, sides, at + 2);
        if (cells.ts.length > 0) {
            Extent.measure(cells.ts, from, to, sides, at + 4);
        }
    }

    boolean has(int cell) {
        return numbers[cell] >= 0;
    }

    /** No point of a cell with a box is nearer to point {@code p} than the root of this. */
    double squaredNearest(int cell, int p) {
        int at = numbers[cell] * SIDES;
        double dx = outside(cells.xs[p], at);
        double dy = outside(cells.ys[p], at + 2);
        return dx * dx + dy * dy;
    }

    /** No point of a cell with a box is nearer in time. */
    double shortestGap(int cell, int p) {
        return cells.ts.length == 0 ? 0 : outside(cells.ts[p], numbers[cell] * SIDES + 4);
    }

    /** Whether all points of a cell with a box are neighbours of point {@code p}. */
    boolean allNear(int cell, int p, Nearness nearness) {
        int at = numbers[cell] * SIDES;
        double dx = farthest(cells.xs[p], at);
        double dy = farthest(cells.ys[p], at + 2);
        return dx * dx + dy * dy <= nearness.squaredEps
                && (!nearness.timed() || farthest(cells.ts[p], at + 4) <= nearness.gap);
    }

    private double outside(double value, int at) {
        return value < sides[at] ? sides[at] - value : Math.max(0, value - sides[at + 1]);
    }

    private double farthest(double value, int at) {
        return Math.max(Math.abs(value - sides[at]), Math.abs(value - sides[at + 1]));
    }
}
