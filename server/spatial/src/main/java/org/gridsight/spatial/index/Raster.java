package org.gridsight.spatial.index;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Equal cells over an envelope in degrees. {@code column} and {@code row} never fall as their argument rises, also in
 * floating point: a value between two others gets a cell between theirs. Values outside get the outermost cell.
 */
record Raster(double west, double south, double east, double north, int side) {

    static Raster over(List<? extends Geometry> shapes, int side) {
        Envelope all = new Envelope();
        for (Geometry shape : shapes) {
            all.expandToInclude(shape.getEnvelopeInternal());
        }
        return all.isNull()
                ? new Raster(0, 0, 0, 0, 1)
                : new Raster(all.getMinX(), all.getMinY(), all.getMaxX(), all.getMaxY(), side);
    }

    boolean covers(double x, double y) {
        return x >= west && x <= east && y >= south && y <= north;
    }

    int cells() {
        return side * side;
    }

    int cell(int column, int row) {
        return row * side + column;
    }

    int column(double x) {
        return step((x - west) / (east - west));
    }

    int row(double y) {
        return step((y - south) / (north - south));
    }

    double centreX(int column) {
        return west + (column + 0.5) * width();
    }

    double centreY(int row) {
        return south + (row + 0.5) * height();
    }

    double width() {
        return (east - west) / side;
    }

    double height() {
        return (north - south) / side;
    }

    private int step(double share) {
        // a cast turns the NaN of an empty extent into 0
        return (int) Math.max(0, Math.min(side - 1, share * side));
    }
}
