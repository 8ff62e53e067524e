package org.gridsight.spatial.hotspot;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.gridsight.spatial.Run;

/**
 * A window that is the same around every cell of a lattice. Sums run over columns of running totals, so a cell costs
 * one step for each column of the window, however high it is.
 */
final class SquareNeighbourhood implements Neighbourhood {

    private final SquareCells cells;
    /** Cells up and down from the middle row, by columns away from the middle one. */
    private final int[] half;

    private final int[] sizes;

    SquareNeighbourhood(SquareCells cells, int[] half) {
        this.cells = cells;
        this.half = half.clone();
        double[] ones = new double[cells.size()];
        Arrays.fill(ones, 1);
        double[] counts = new double[ones.length];
        sums(ones, counts, Run.alone());
        this.sizes = new int[counts.length];
        for (int cell = 0; cell < sizes.length; cell++) {
            sizes[cell] = (int) counts[cell];
        }
    }

    @Override
    public int cells() {
        return cells.size();
    }

    @Override
    public int size(int cell) {
        return sizes[cell];
    }

    @Override
    public void each(int cell, IntConsumer near) {
        int[] cellAt = cells.cellAt();
        int rows = cells.rows();
        int middle = cells.placeOf()[cell] / rows;
        int row = cells.placeOf()[cell] % rows;
        int last = Math.min(cells.columns() - 1, middle + half.length - 1);
        for (int column = Math.max(0, middle - half.length + 1); column <= last; column++) {
            int reach = half[Math.abs(column - middle)];
            int end = column * rows + Math.min(rows - 1, row + reach);
            for (int place = column * rows + Math.max(0, row - reach); place <= end; place++) {
                if (cellAt[place] >= 0) {
                    near.accept(cellAt[place]);
                }
            }
        }
    }

    @Override
    public void sums(double[] values, double[] into, Run run) {
        double[] totals = totals(values);
        int rows = cells.rows();
        int[] cellAt = cells.cellAt();
        run.each(cells.columns(), 16, (from, to) -> {
            for (int middle = from; middle < to; middle++) {
                int last = Math.min(cells.columns() - 1, middle + half.length - 1);
                for (int row = 0; row < rows; row++) {
                    int cell = cellAt[middle * rows + row];
                    if (cell < 0) {
                        continue;
                    }
                    double sum = 0;
                    for (int column = Math.max(0, middle - half.length + 1); column <= last; column++) {
                        int reach = half[Math.abs(column - middle)];
                        int base = column * (rows + 1);
                        sum += totals[base + Math.min(rows, row + reach + 1)] - totals[base + Math.max(0, row - reach)];
                    }
                    into[cell] = sum;
                }
            }
        });
    }

    /** Running totals up each column, one more than its rows. */
    private double[] totals(double[] values) {
        int rows = cells.rows();
        int[] cellAt = cells.cellAt();
        double[] totals = new double[cells.columns() * (rows + 1)];
        for (int column = 0; column < cells.columns(); column++) {
            double total = 0;
            int base = column * (rows + 1);
            for (int row = 0; row < rows; row++) {
                int cell = cellAt[column * rows + row];
                total += cell < 0 ? 0 : values[cell];
                totals[base + row + 1] = total;
            }
        }
        return totals;
    }
}
