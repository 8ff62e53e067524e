package org.gridsight.spatial.index;

import java.util.ArrayList;
import java.util.List;
import org.gridsight.spatial.Box;
import org.gridsight.spatial.LngLat;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The edges of one region, sorted into the raster rows they touch: a horizontal ray meets no others. An edge that
 * spans several rows is listed in each.
 */
final class RegionEdges {

    private static final double METRES_PER_DEGREE = 111_195;
    private static final int X1 = 0;
    private static final int Y1 = 1;
    private static final int X2 = 2;
    private static final int Y2 = 3;
    private static final int STRIDE = 4;

    private final Envelope extent;
    private final int firstRow;
    private final int firstColumn;
    private final int lastColumn;
    /** Per row from firstRow on: x1, y1, x2, y2 of each edge. */
    private final double[][] rows;

    private RegionEdges(Envelope extent, int firstRow, int firstColumn, int lastColumn, double[][] rows) {
        this.extent = extent;
        this.firstRow = firstRow;
        this.firstColumn = firstColumn;
        this.lastColumn = lastColumn;
        this.rows = rows;
    }

    static RegionEdges of(Geometry shape, Raster raster) {
        Envelope extent = shape.getEnvelopeInternal();
        if (extent.isNull()) {
            return new RegionEdges(extent, 0, 0, -1, new double[0][]);
        }
        int firstRow = raster.row(extent.getMinY());
        int count = raster.row(extent.getMaxY()) - firstRow + 1;
        List<List<double[]>> gathered = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            gathered.add(new ArrayList<>());
        }
        for (int part = 0; part < shape.getNumGeometries(); part++) {
            if (!(shape.getGeometryN(part) instanceof Polygon polygon)) {
                throw new IllegalArgumentException("a region must be a polygon, was a "
                        + shape.getGeometryN(part).getGeometryType());
            }
            gather(polygon.getExteriorRing(), raster, firstRow, gathered);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                gather(polygon.getInteriorRingN(hole), raster, firstRow, gathered);
            }
        }
        double[][] rows = gathered.stream().map(RegionEdges::flat).toArray(double[][]::new);
        int firstColumn = raster.column(extent.getMinX());
        return new RegionEdges(extent, firstRow, firstColumn, raster.column(extent.getMaxX()), rows);
    }

    private static void gather(LineString ring, Raster raster, int firstRow, List<List<double[]>> gathered) {
        CoordinateSequence points = ring.getCoordinateSequence();
        for (int i = 1; i < points.size(); i++) {
            Coordinate from = points.getCoordinate(i - 1);
            Coordinate to = points.getCoordinate(i);
            double[] edge = {from.x, from.y, to.x, to.y};
            int low = raster.row(Math.min(from.y, to.y));
            int high = raster.row(Math.max(from.y, to.y));
            for (int row = low; row <= high; row++) {
                gathered.get(row - firstRow).add(edge);
            }
        }
    }

    private static double[] flat(List<double[]> edges) {
        double[] flat = new double[edges.size() * STRIDE];
        for (int i = 0; i < edges.size(); i++) {
            System.arraycopy(edges.get(i), 0, flat, i * STRIDE, STRIDE);
        }
        return flat;
    }

    int firstRow() {
        return firstRow;
    }

    int lastRow() {
        return firstRow + rows.length - 1;
    }

    int firstColumn() {
        return firstColumn;
    }

    int lastColumn() {
        return lastColumn;
    }

    /** Whether the region holds a point of the row, border included: robust even-odd count of a ray to the east. */
    boolean holds(double x, double y, int row) {
        int index = row - firstRow;
        if (index < 0 || index >= rows.length) {
            return false;
        }
        double[] edges = rows[index];
        boolean inside = false;
        for (int i = 0; i < edges.length; i += STRIDE) {
            double y1 = edges[i + Y1];
            double y2 = edges[i + Y2];
            if ((y1 < y && y2 < y) || (y1 > y && y2 > y)) {
                continue;
            }
            double x1 = edges[i + X1];
            double x2 = edges[i + X2];
            if (x1 < x && x2 < x) {
                continue;
            }
            if (y1 == y && y2 == y) {
                // a level edge is never crossed, but may hold the point
                if (Math.min(x1, x2) <= x) {
                    return true;
                }
                continue;
            }
            int side = CGAlgorithmsDD.orientationIndex(x1, y1, x2, y2, x, y);
            if (side == 0) {
                return true;
            }
            if ((y1 > y) != (y2 > y) && (side > 0) == (y2 > y1)) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** For each column from firstColumn to lastColumn, whether an edge passes its cell of this row (or nearly so). */
    boolean[] edgedColumns(int row, Raster raster) {
        boolean[] edged = new boolean[lastColumn - firstColumn + 1];
        double[] edges = rows[row - firstRow];
        double margin = 1e-6;
        double bottom = raster.south() + (row - margin) * raster.height();
        double top = raster.south() + (row + 1 + margin) * raster.height();
        for (int i = 0; i < edges.length; i += STRIDE) {
            double atBottom = xAt(edges, i, bottom);
            double atTop = xAt(edges, i, top);
            int from = raster.column(Math.min(atBottom, atTop) - margin * raster.width());
            int to = raster.column(Math.max(atBottom, atTop) + margin * raster.width());
            for (int column = Math.max(from, firstColumn); column <= Math.min(to, lastColumn); column++) {
                edged[column - firstColumn] = true;
            }
        }
        return edged;
    }

    /** Where the edge has the height y, or its nearest end; the ends of a level edge for bottom and top. */
    private static double xAt(double[] edges, int i, double y) {
        boolean up = edges[i + Y1] <= edges[i + Y2];
        double lowX = up ? edges[i + X1] : edges[i + X2];
        double lowY = up ? edges[i + Y1] : edges[i + Y2];
        double highX = up ? edges[i + X2] : edges[i + X1];
        double highY = up ? edges[i + Y2] : edges[i + Y1];
        if (y <= lowY) {
            return lowX;
        }
        return y >= highY ? highX : lowX + (highX - lowX) * (y - lowY) / (highY - lowY);
    }

    boolean mayReach(Box box) {
        return !extent.isNull()
                && extent.getMinX() <= box.east()
                && extent.getMaxX() >= box.west()
                && extent.getMinY() <= box.north()
                && extent.getMaxY() >= box.south();
    }

    /** Least distance to an edge listed in the rows, on the plane that touches the globe at the place. */
    double metresToEdge(LngLat place, int fromRow, int toRow) {
        double yScale = METRES_PER_DEGREE;
        double xScale = METRES_PER_DEGREE * Math.cos(Math.toRadians(place.lat()));
        double best = Double.POSITIVE_INFINITY;
        for (int row = Math.max(fromRow, firstRow); row <= Math.min(toRow, lastRow()); row++) {
            double[] edges = rows[row - firstRow];
            for (int i = 0; i < edges.length; i += STRIDE) {
                double x1 = (edges[i + X1] - place.lng()) * xScale;
                double y1 = (edges[i + Y1] - place.lat()) * yScale;
                double dx = (edges[i + X2] - edges[i + X1]) * xScale;
                double dy = (edges[i + Y2] - edges[i + Y1]) * yScale;
                double length = dx * dx + dy * dy;
                double along = length == 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / length));
                best = Math.min(best, Math.hypot(x1 + along * dx, y1 + along * dy));
            }
        }
        return best;
    }
}
