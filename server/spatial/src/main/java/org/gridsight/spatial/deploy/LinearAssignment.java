package org.gridsight.spatial.deploy;

import java.util.Arrays;

/**
 * The linear assignment problem with the right to leave a row out: each row takes one column or is left at a price of
 * its own, each column serves one row at most, and the sum of costs is least. Solved exactly by shortest augmenting
 * paths over dual prices (Kuhn 1955; Jonker and Volgenant 1987) in O(rows² · columns). The prices prove the optimum:
 * their sum is a lower bound of every assignment and equals the cost of this one.
 */
public final class LinearAssignment {

    /** Cost of a pair that is not allowed. */
    public static final long FORBIDDEN = Long.MAX_VALUE / 4;

    /** Column of a row that was left out. */
    public static final int LEFT = -1;

    private static final int NOBODY = -1;

    private final long[][] costs;
    private final long[] leaving;
    private final int columns;
    private final long[] rowPrice;
    private final long[] columnPrice;
    private final int[] rowOf;
    private final int[] columnOf;

    /**
     * Solves at once.
     *
     * @param costs row by column, from 0, or {@link #FORBIDDEN}; the sum over all rows must stay below that
     * @param leaving what it costs to leave each row out, from 0
     */
    public LinearAssignment(long[][] costs, long[] leaving) {
        this.costs = checked(costs, leaving);
        this.leaving = leaving.clone();
        this.columns = costs.length == 0 ? 0 : costs[0].length;
        this.rowPrice = new long[costs.length];
        this.columnPrice = new long[columns];
        this.rowOf = new int[columns];
        this.columnOf = new int[costs.length];
        Arrays.fill(rowOf, NOBODY);
        Arrays.fill(columnOf, LEFT);
        for (int row = 0; row < costs.length; row++) {
            new Path(row).augment();
        }
    }

    private static long[][] checked(long[][] costs, long[] leaving) {
        if (costs.length != leaving.length) {
            throw new IllegalArgumentException(
                    "one price of leaving for each row, were " + leaving.length + " for " + costs.length + " rows");
        }
        for (long[] row : costs) {
            if (row.length != costs[0].length) {
                throw new IllegalArgumentException("rows differ in length: " + row.length + ", " + costs[0].length);
            }
            requireFromZero(row);
        }
        requireFromZero(leaving);
        return costs;
    }

    private static void requireFromZero(long[] values) {
        for (long value : values) {
            if (value < 0) {
                throw new IllegalArgumentException("costs begin at 0, one was " + value);
            }
        }
    }

    /** The column of a row, or {@link #LEFT}. */
    public int columnOf(int row) {
        return columnOf[row];
    }

    /** Sum of the costs of all pairs and of all rows left out. */
    public long cost() {
        long sum = 0;
        for (int row = 0; row < columnOf.length; row++) {
            sum += columnOf[row] == LEFT ? leaving[row] : costs[row][columnOf[row]];
        }
        return sum;
    }

    /** No assignment costs less than this. */
    public long lowerBound() {
        return Arrays.stream(rowPrice).sum() + Arrays.stream(columnPrice).sum();
    }

    /** The search for the cheapest way to take one more row in: a tree of rows and columns, grown by the least price. */
    private final class Path {

        private final int start;
        private final long[] slack = new long[columns];
        private final int[] cameFrom = new int[columns];
        private final boolean[] inTree = new boolean[columns];
        private final int[] treeRows = new int[rowPrice.length];
        private int treeSize;

        Path(int start) {
            this.start = start;
            Arrays.fill(slack, FORBIDDEN);
        }

        void augment() {
            int column = LEFT;
            int row = start;
            while (true) {
                treeRows[treeSize++] = row;
                look(row, column);
                int next = cheapestColumn();
                int leaver = cheapestLeaver();
                long leave = leaving[leaver] - rowPrice[leaver];
                if (next == LEFT || leave < slack[next]) {
                    raise(leave);
                    shift(columnOf[leaver]);
                    columnOf[leaver] = LEFT;
                    return;
                }
                raise(slack[next]);
                inTree[next] = true;
                if (rowOf[next] == NOBODY) {
                    shift(next);
                    return;
                }
                column = next;
                row = rowOf[next];
            }
        }

        private void look(int row, int from) {
            for (int column = 0; column < columns; column++) {
                if (!inTree[column] && costs[row][column] < FORBIDDEN) {
                    long reduced = costs[row][column] - rowPrice[row] - columnPrice[column];
                    if (reduced < slack[column]) {
                        slack[column] = reduced;
                        cameFrom[column] = from;
                    }
                }
            }
        }

        private int cheapestColumn() {
            int best = LEFT;
            for (int column = 0; column < columns; column++) {
                if (!inTree[column] && slack[column] < (best == LEFT ? FORBIDDEN : slack[best])) {
                    best = column;
                }
            }
            return best;
        }

        private int cheapestLeaver() {
            int best = treeRows[0];
            for (int k = 1; k < treeSize; k++) {
                int row = treeRows[k];
                if (leaving[row] - rowPrice[row] < leaving[best] - rowPrice[best]) {
                    best = row;
                }
            }
            return best;
        }

        private void raise(long price) {
            for (int k = 0; k < treeSize; k++) {
                rowPrice[treeRows[k]] += price;
            }
            for (int column = 0; column < columns; column++) {
                if (inTree[column]) {
                    columnPrice[column] -= price;
                } else if (slack[column] < FORBIDDEN) {
                    slack[column] -= price;
                }
            }
        }

        /** Hands each column on the way to this one to the row before it. */
        private void shift(int last) {
            int column = last;
            while (column != LEFT) {
                int before = cameFrom[column];
                int row = before == LEFT ? start : rowOf[before];
                rowOf[column] = row;
                columnOf[row] = column;
                column = before;
            }
        }
    }
}
