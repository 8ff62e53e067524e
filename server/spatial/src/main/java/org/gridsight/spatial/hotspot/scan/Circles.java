package org.gridsight.spatial.hotspot.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;

/**
 * The occupied cells in order of x then y, and around each of them the places in the order in which they join its
 * circle: by distance, ties by x then y. A circle is a centre and the number of places joined; it holds at most half
 * of all cases. Four bytes for each place of each largest circle.
 */
final class Circles {

    /** 400 MB of memory; beyond it the cells are too fine for the radius. */
    private static final long MOST_JOINED = 100_000_000;

    private final double cellMetres;
    private final long[] column;
    private final long[] row;
    private final int[] cellOf;
    private final int[] cases;
    private final int[][] joined;

    Circles(PlanarPoints points, Cylinders cylinders, Run run) {
        this.cellMetres = cylinders.cellMetres();
        int n = points.size();
        long[][] keys = new long[n][];
        for (int i = 0; i < n; i++) {
            keys[i] = new long[] {
                (long) Math.floor(points.x(i) / cellMetres), (long) Math.floor(points.y(i) / cellMetres), i
            };
        }
        Arrays.sort(keys, Circles::compare);
        this.cellOf = new int[n];
        List<long[]> cells = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (i == 0 || compare(keys[i - 1], keys[i]) != 0) {
                cells.add(keys[i]);
            }
            cellOf[(int) keys[i][2]] = cells.size() - 1;
        }
        this.column = cells.stream().mapToLong(cell -> cell[0]).toArray();
        this.row = cells.stream().mapToLong(cell -> cell[1]).toArray();
        this.cases = new int[column.length];
        for (int cell : cellOf) {
            cases[cell]++;
        }
        this.joined = new int[column.length][];
        join(cylinders.maxRadiusMetres() / cellMetres, run);
    }

    private static int compare(long[] a, long[] b) {
        return a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]);
    }

    private void join(double radiusCells, Run run) {
        long total = 0;
        int block = 4_096;
        for (int done = 0; done < column.length; done += block) {
            int first = done;
            run.each(Math.min(block, column.length - first), 16, (from, to) -> {
                for (int centre = first + from; centre < first + to; centre++) {
                    joined[centre] = around(centre, radiusCells);
                }
            });
            for (int centre = first; centre < Math.min(column.length, first + block); centre++) {
                total += joined[centre].length;
            }
            if (total > MOST_JOINED) {
                throw new UnusableInput("max-radius holds too many cells of " + cellMetres
                        + " m: take larger cells or a smaller radius");
            }
        }
    }

    /** Cells are sorted by x, so only a strip of them is looked at. */
    private int[] around(int centre, double radiusCells) {
        int low = first(column[centre] - radiusCells * (1 + 1e-12));
        int size = 0;
        long[] found = new long[64];
        double most = radiusCells * radiusCells * (1 + 1e-12);
        double right = column[centre] + radiusCells * (1 + 1e-12);
        for (int cell = low; cell < column.length && column[cell] <= right; cell++) {
            double squared = squared(centre, cell);
            if (squared <= most) {
                if (size == found.length) {
                    found = Arrays.copyOf(found, 2 * size);
                }
                found[size++] = cell;
            }
        }
        return byDistance(centre, Arrays.copyOf(found, size));
    }

    private int[] byDistance(int centre, long[] found) {
        Integer[] order = new Integer[found.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) found[i];
        }
        // stable, and the cells come by x then y
        Arrays.sort(order, (a, b) -> Double.compare(squared(centre, a), squared(centre, b)));
        long inside = 0;
        int taken = 0;
        while (taken < order.length && 2 * (inside + cases[order[taken]]) <= cellOf.length) {
            inside += cases[order[taken++]];
        }
        int[] places = new int[taken];
        for (int i = 0; i < taken; i++) {
            places[i] = order[i];
        }
        return places;
    }

    /** In cells, exact for every size of town. */
    private double squared(int a, int b) {
        double dx = column[a] - column[b];
        double dy = row[a] - row[b];
        return dx * dx + dy * dy;
    }

    private int first(double least) {
        int low = 0;
        int high = column.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (column[middle] < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int size() {
        return column.length;
    }

    int cellOf(int point) {
        return cellOf[point];
    }

    /** Cases in a cell over the whole period. */
    int cases(int cell) {
        return cases[cell];
    }

    /** The places of the largest circle around a centre as they join, the centre first; not to be changed. */
    int[] joined(int centre) {
        return joined[centre];
    }

    double x(int cell) {
        return (column[cell] + 0.5) * cellMetres;
    }

    double y(int cell) {
        return (row[cell] + 0.5) * cellMetres;
    }

    /** From the centre to the last of the places joined. */
    double radius(int centre, int places) {
        return Math.sqrt(squared(centre, joined[centre][places - 1])) * cellMetres;
    }
}
