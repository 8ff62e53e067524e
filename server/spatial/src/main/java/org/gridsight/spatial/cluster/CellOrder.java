package org.gridsight.spatial.cluster;

import java.util.Arrays;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;

/**
 * Points sorted into square cells so small that all points of a cell are neighbours. Cells lie in rows, rows in slots of
 * time (one slot when time plays no part); only occupied cells are kept, so the cells of a row that are near each other
 * and their points are neighbours in memory too.
 */
final class CellOrder {

    /** Neighbours lie at most this many columns and rows away. */
    static final int REACH = 2;

    private static final int GRAIN = 1 << 14;
    /** The cells are this much smaller than they might be: more than rounding moves a border, far less than matters. */
    private static final double SHRINK = 1 - 1e-6;

    private static final double MOST_COLUMNS = 1e9;

    /** Coordinates and row numbers of the points in the order of the cells. */
    final double[] xs;

    final double[] ys;
    /** Empty when time plays no part. */
    final double[] ts;

    final int[] ids;

    /** First point of each cell, and one past the last. */
    final int[] starts;
    /** Column of each cell, rising within a row. */
    final int[] columns;
    /** Slot and row in one number, rising. */
    final long[] rowKeys;
    /** First cell of each row, and one past the last. */
    final int[] rowStarts;
    /** Difference of the keys of one row in neighbouring slots. */
    final long rowsPerSlot;

    private final double west;
    private final double south;
    private final double perMetre;

    private CellOrder(PlanarPoints points, double[] times, TimeSlots slots, Grid grid, Run run) {
        west = grid.west;
        south = grid.south;
        perMetre = grid.perMetre;
        rowsPerSlot = grid.rows + 2L * REACH;
        ids = sorted(points, slots, times, grid, run);
        xs = new double[ids.length];
        ys = new double[ids.length];
        ts = new double[times.length];
        long[] keys = new long[ids.length];
        run.each(ids.length, GRAIN, (from, to) -> {
            gather(points, keys, from, to);
            if (times.length > 0) {
                shift(times, slots, keys, from, to);
            }
        });
        int cells = 0;
        int rows = 0;
        for (int i = 0; i < ids.length; i++) {
            boolean newRow = i == 0 || keys[i] != keys[i - 1];
            rows += newRow ? 1 : 0;
            cells += newRow || column(xs[i]) != column(xs[i - 1]) ? 1 : 0;
        }
        starts = new int[cells + 1];
        columns = new int[cells];
        rowKeys = new long[rows];
        rowStarts = new int[rows + 1];
        index(keys);
    }

    /** Where the cells begin and how large they are. */
    private record Grid(double west, double south, double perMetre, long columns, long rows) {

        static Grid of(PlanarPoints points, double eps) {
            double west = Double.POSITIVE_INFINITY;
            double south = Double.POSITIVE_INFINITY;
            double east = Double.NEGATIVE_INFINITY;
            double north = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < points.size(); i++) {
                west = Math.min(west, points.x(i));
                east = Math.max(east, points.x(i));
                south = Math.min(south, points.y(i));
                north = Math.max(north, points.y(i));
            }
            double perMetre = Math.sqrt(2) / (eps * SHRINK);
            double span = points.size() == 0 ? 0 : Math.max(east - west, north - south);
            if (!(span * perMetre <= MOST_COLUMNS)) {
                throw new UnusableInput("eps is " + eps + " m, too small for points that spread over " + span
                        + " m; it must be at least " + span * 2 / MOST_COLUMNS + " m");
            }
            return new Grid(
                    west,
                    south,
                    perMetre,
                    (long) ((east - west) * perMetre) + 1,
                    (long) ((north - south) * perMetre) + 1);
        }
    }

    /** Cells for neighbours within {@code eps} metres. */
    static CellOrder of(PlanarPoints points, double eps, Run run) {
        return new CellOrder(points, new double[0], TimeSlots.NONE, Grid.of(points, eps), run);
    }

    /** Cells for neighbours within {@code eps} metres and {@code gap} of time; {@code times} are not changed. */
    static CellOrder of(PlanarPoints points, double[] times, double eps, double gap, Run run) {
        return new CellOrder(points, times, TimeSlots.of(times, gap), Grid.of(points, eps), run);
    }

    private static int[] sorted(PlanarPoints points, TimeSlots slots, double[] times, Grid grid, Run run) {
        long[] keys = new long[points.size()];
        run.each(keys.length, GRAIN, (from, to) -> {
            for (int i = from; i < to; i++) {
                long row = (long) ((points.y(i) - grid.south) * grid.perMetre);
                keys[i] = row * grid.columns + (long) ((points.x(i) - grid.west) * grid.perMetre);
            }
        });
        int[] byCell = RadixOrder.of(keys, grid.columns * grid.rows - 1, run);
        if (slots.count() == 1) {
            return byCell;
        }
        // the sort is stable, so sorting by slot keeps the cells in order within each slot
        long[] slotKeys = new long[byCell.length];
        for (int i = 0; i < byCell.length; i++) {
            slotKeys[i] = slots.at(times[byCell[i]]);
        }
        int[] order = RadixOrder.of(slotKeys, slots.count() - 1, run);
        for (int i = 0; i < order.length; i++) {
            order[i] = byCell[order[i]];
        }
        return order;
    }

    private void gather(PlanarPoints points, long[] keys, int from, int to) {
        for (int i = from; i < to; i++) {
            int id = ids[i];
            xs[i] = points.x(id);
            ys[i] = points.y(id);
            keys[i] = (long) ((ys[i] - south) * perMetre);
        }
    }

    /** Rows of another time slot are other rows. */
    private void shift(double[] times, TimeSlots slots, long[] keys, int from, int to) {
        for (int i = from; i < to; i++) {
            ts[i] = times[ids[i]];
            keys[i] += slots.at(ts[i]) * rowsPerSlot;
        }
    }

    private void index(long[] keys) {
        int cell = 0;
        int row = 0;
        for (int i = 0; i < keys.length; i++) {
            boolean newRow = i == 0 || keys[i] != keys[i - 1];
            int column = column(xs[i]);
            if (newRow) {
                rowKeys[row] = keys[i];
                rowStarts[row++] = cell;
            }
            if (newRow || column != columns[cell - 1]) {
                columns[cell] = column;
                starts[cell++] = i;
            }
        }
        starts[cell] = keys.length;
        rowStarts[row] = cell;
    }

    private int column(double x) {
        return (int) ((x - west) * perMetre);
    }

    int cells() {
        return columns.length;
    }

    int size(int cell) {
        return starts[cell + 1] - starts[cell];
    }

    /** Exchanges two points of one cell. */
    void swap(int p, int q) {
        int id = ids[p];
        ids[p] = ids[q];
        ids[q] = id;
        swap(xs, p, q);
        swap(ys, p, q);
        if (ts.length > 0) {
            swap(ts, p, q);
        }
    }

    private static void swap(double[] values, int p, int q) {
        double value = values[p];
        values[p] = values[q];
        values[q] = value;
    }

    /** The row that holds a cell. */
    int rowOf(int cell) {
        int found = Arrays.binarySearch(rowStarts, cell);
        return found >= 0 ? found : -found - 2;
    }

    /** The first cell of {@code from..to} (all in one row) at or beyond a column. */
    int firstAtOrBeyond(int column, int from, int to) {
        int found = Arrays.binarySearch(columns, from, to, column);
        return found >= 0 ? found : -found - 1;
    }
}
