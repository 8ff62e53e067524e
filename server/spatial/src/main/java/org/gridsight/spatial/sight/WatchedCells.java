package org.gridsight.spatial.sight;

import java.util.Arrays;
import java.util.List;
import org.gridsight.spatial.UnusableInput;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Square cells over an area with the number of cameras that see the middle of each. Polygons are filled row by row between
 * their crossings with the middle of the row (even and odd): a camera costs its vertices times the rows each side spans,
 * never its cells. At most {@value #MOST_CELLS} cells, 4 bytes each.
 */
public final class WatchedCells {

    static final int MOST_CELLS = 4_000_000;
    /** The count of a cell whose middle lies outside of the area. */
    private static final int OUTSIDE = -1;

    private final double west;
    private final double south;
    private final double side;
    private final int columns;
    private final int rows;
    private final int[] counts;

    private WatchedCells(Envelope box, double side) {
        double across = Math.ceil(box.getWidth() / side);
        double up = Math.ceil(box.getHeight() / side);
        if (!(side > 0) || !(across * up <= MOST_CELLS)) {
            throw new UnusableInput("a cell side of " + side + " m is too small: at most " + MOST_CELLS
                    + " cells, so at least " + Math.ceil(Math.sqrt(box.getArea() / MOST_CELLS)) + " m");
        }
        this.west = box.getMinX();
        this.south = box.getMinY();
        this.side = side;
        this.columns = Math.max(1, (int) across);
        this.rows = Math.max(1, (int) up);
        this.counts = new int[columns * rows];
    }

    static WatchedCells of(Geometry area, List<Polygon> views, double side) {
        WatchedCells cells = new WatchedCells(area.getEnvelopeInternal(), side);
        int[] inside = cells.filled(List.of(area));
        int[] seen = cells.filled(views);
        for (int cell = 0; cell < seen.length; cell++) {
            cells.counts[cell] = inside[cell] > 0 ? seen[cell] : OUTSIDE;
        }
        return cells;
    }

    /** How many shapes hold the middle of each cell. */
    private int[] filled(List<? extends Geometry> shapes) {
        int[] steps = new int[columns * rows];
        for (Geometry shape : shapes) {
            for (int part = 0; part < shape.getNumGeometries(); part++) {
                if (shape.getGeometryN(part) instanceof Polygon polygon && !polygon.isEmpty()) {
                    fill(polygon, steps);
                }
            }
        }
        // each number so far is the step from the cell to the west
        for (int row = 0; row < rows; row++) {
            for (int cell = row * columns + 1; cell < (row + 1) * columns; cell++) {
                steps[cell] += steps[cell - 1];
            }
        }
        return steps;
    }

    private void fill(Polygon polygon, int[] steps) {
        Envelope box = polygon.getEnvelopeInternal();
        int first = Math.max(0, firstMiddle(box.getMinY() - south));
        int end = Math.min(rows, firstMiddle(box.getMaxY() - south));
        if (first >= end) {
            return;
        }
        Crossings crossings = new Crossings(first, end - first);
        cross(polygon.getExteriorRing(), crossings);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
            cross(polygon.getInteriorRingN(hole), crossings);
        }
        for (int row = first; row < end; row++) {
            double[] sorted = crossings.sorted(row);
            for (int i = 0; i + 1 < sorted.length; i += 2) {
                step(steps, row, firstMiddle(sorted[i] - west), 1);
                step(steps, row, firstMiddle(sorted[i + 1] - west), -1);
            }
        }
    }

    private void step(int[] steps, int row, int column, int by) {
        if (column < columns) {
            steps[row * columns + Math.max(0, column)] += by;
        }
    }

    private void cross(LinearRing ring, Crossings crossings) {
        for (int i = 1; i < ring.getNumPoints(); i++) {
            Coordinate from = ring.getCoordinateN(i - 1);
            Coordinate to = ring.getCoordinateN(i);
            Coordinate low = from.y < to.y ? from : to;
            Coordinate high = from.y < to.y ? to : from;
            int first = Math.max(crossings.first, firstMiddle(low.y - south));
            int end = Math.min(crossings.first + crossings.counts.length, firstMiddle(high.y - south));
            for (int row = first; row < end; row++) {
                double y = south + (row + 0.5) * side;
                crossings.add(row, low.x + (high.x - low.x) * ((y - low.y) / (high.y - low.y)));
            }
        }
    }

    /** The first cell whose middle lies at or beyond so many metres. */
    private int firstMiddle(double metres) {
        return (int) Math.ceil(metres / side - 0.5);
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** Whether the middle of a cell lies in the area; columns count from the west, rows from the south, both from 0. */
    public boolean isInside(int column, int row) {
        return counts[row * columns + column] != OUTSIDE;
    }

    /** How many cameras see the middle of a cell; 0 outside of the area. */
    public int count(int column, int row) {
        return Math.max(0, counts[row * columns + column]);
    }

    /** South-west and north-east corner of a cell, metres. */
    public Envelope cell(int column, int row) {
        double x = west + column * side;
        double y = south + row * side;
        return new Envelope(x, x + side, y, y + side);
    }

    /** The share of the cells of the area that so many cameras or more see, 0..1. */
    public double share(int atLeast) {
        long inside = Arrays.stream(counts).filter(count -> count != OUTSIDE).count();
        long watched = Arrays.stream(counts)
                .filter(count -> count != OUTSIDE && count >= atLeast)
                .count();
        return inside == 0 ? 0 : (double) watched / inside;
    }

    /** Where a polygon crosses the middles of rows. */
    private static final class Crossings {

        private final int first;
        private final int[] counts;
        private final double[][] x;

        Crossings(int first, int rows) {
            this.first = first;
            this.counts = new int[rows];
            this.x = new double[rows][4];
        }

        void add(int row, double at) {
            int i = row - first;
            if (counts[i] == x[i].length) {
                x[i] = Arrays.copyOf(x[i], 2 * counts[i]);
            }
            x[i][counts[i]++] = at;
        }

        double[] sorted(int row) {
            double[] sorted = Arrays.copyOf(x[row - first], counts[row - first]);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
