package org.gridsight.spatial.cluster;

import java.util.Arrays;

/**
 * Slides over the cells of a {@link CellOrder} and shows for each the runs of cells, one run per row, in which all its
 * neighbours lie. Moving on costs a few steps, because the runs move along. One per thread.
 */
final class CellWindows {

    private static final int ROWS = 2 * CellOrder.REACH + 1;
    private static final int SLOTS = 3;

    private final CellOrder cells;
    /** First cell and one past the last of each run. */
    final int[] from = new int[ROWS * SLOTS];

    final int[] to = new int[ROWS * SLOTS];
    /** How many runs there are. */
    int count;

    private final int[] ends = new int[ROWS * SLOTS];
    private int row = -1;

    CellWindows(CellOrder cells) {
        this.cells = cells;
    }

    /** Goes to a cell that lies beyond the last one. */
    void moveTo(int cell) {
        int column = cells.columns[cell];
        if (row < 0 || cell >= cells.rowStarts[row + 1]) {
            row = row < 0 ? cells.rowOf(cell) : row + 1;
            while (cell >= cells.rowStarts[row + 1]) {
                row++;
            }
            openRows(column);
        }
        int[] columns = cells.columns;
        for (int i = 0; i < count; i++) {
            int end = ends[i];
            int first = from[i];
            while (first < end && columns[first] < column - CellOrder.REACH) {
                first++;
            }
            int last = Math.max(first, to[i]);
            while (last < end && columns[last] <= column + CellOrder.REACH) {
                last++;
            }
            from[i] = first;
            to[i] = last;
        }
    }

    private void openRows(int column) {
        count = 0;
        long key = cells.rowKeys[row];
        long perSlot = cells.rowsPerSlot;
        openSlot(Math.max(0, lowerRow(key - perSlot - CellOrder.REACH, 0, row)), key - perSlot, column);
        openSlot(Math.max(0, row - CellOrder.REACH), key, column);
        openSlot(lowerRow(key + perSlot - CellOrder.REACH, row, cells.rowKeys.length), key + perSlot, column);
    }

    private int lowerRow(long key, int low, int high) {
        if (low == high || cells.rowKeys[high - 1] < key) {
            return high;
        }
        int found = Arrays.binarySearch(cells.rowKeys, low, high, key);
        return found >= 0 ? found : -found - 1;
    }

    /** Adds the rows near the one with key {@code middle}, beginning the search at row {@code at}. */
    private void openSlot(int at, long middle, int column) {
        for (int near = at; near < cells.rowKeys.length; near++) {
            long away = cells.rowKeys[near] - middle;
            if (away > CellOrder.REACH) {
                return;
            }
            if (away >= -CellOrder.REACH) {
                int end = cells.rowStarts[near + 1];
                int first = cells.firstAtOrBeyond(column - CellOrder.REACH, cells.rowStarts[near], end);
                from[count] = first;
                to[count] = first;
                ends[count++] = end;
            }
        }
    }

    /** How many points lie in all runs. */
    int points() {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += cells.starts[to[i]] - cells.starts[from[i]];
        }
        return sum;
    }
}
