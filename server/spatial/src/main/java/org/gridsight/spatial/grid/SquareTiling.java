package org.gridsight.spatial.grid;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Squares over an outline, in metres, clipped by it. Pieces smaller than a quarter of a square join a neighbour. The
 * squares are centred on the outline's box, so that the clipped ones are alike on all sides.
 */
public final class SquareTiling {

    private final Geometry outline;
    private final double sizeMetres;

    public SquareTiling(Geometry outline, double sizeMetres) {
        this.outline = outline;
        this.sizeMetres = sizeMetres;
        TileLimit.check(outline, sizeMetres);
    }

    /** An exact partition of the outline, rows from north to south, inside a row from west to east. */
    public List<Polygon> cells() {
        Envelope box = outline.getEnvelopeInternal();
        int columns = (int) Math.ceil(box.getWidth() / sizeMetres);
        int rows = (int) Math.ceil(box.getHeight() / sizeMetres);
        double west = box.centre().x - columns * sizeMetres / 2;
        double south = box.centre().y - rows * sizeMetres / 2;
        double east = west + columns * sizeMetres;
        double north = south + rows * sizeMetres;
        List<LineString> lines = new ArrayList<>();
        for (int column = 1; column < columns; column++) {
            double x = west + column * sizeMetres;
            lines.add(line(x, south, x, north));
        }
        for (int row = 1; row < rows; row++) {
            double y = south + row * sizeMetres;
            lines.add(line(west, y, east, y));
        }
        Mosaic mosaic = new Mosaic(new Faces(outline).cutAlong(lines));
        mosaic.mergeBelow(TileLimit.SMALLEST_SHARE * sizeMetres * sizeMetres);
        List<Polygon> cells = mosaic.cells();
        cells.sort(new ReadingOrder(new Envelope(west, east, south, north), sizeMetres).comparator());
        return List.copyOf(cells);
    }

    private LineString line(double x1, double y1, double x2, double y2) {
        GeometryFactory factory = outline.getFactory();
        return factory.createLineString(new Coordinate[] {new Coordinate(x1, y1), new Coordinate(x2, y2)});
    }
}
