package org.gridsight.spatial.grid;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Regular hexagons over an outline, in metres, clipped by it; the size is the width between two opposite sides (west
 * and east), a corner points north. Pieces smaller than a quarter of a hexagon join a neighbour.
 */
public final class HexTiling {

    private final Geometry outline;
    private final double sizeMetres;

    public HexTiling(Geometry outline, double sizeMetres) {
        this.outline = outline;
        this.sizeMetres = sizeMetres;
        TileLimit.check(outline, sizeMetres);
    }

    /** An exact partition of the outline, rows from north to south, inside a row from west to east. */
    public List<Polygon> cells() {
        Envelope box = outline.getEnvelopeInternal();
        double side = sizeMetres / Math.sqrt(3);
        int columns = (int) Math.ceil(box.getWidth() / sizeMetres) + 1;
        int rows = (int) Math.ceil(box.getHeight() / (1.5 * side)) + 2;
        // each hexagon draws its three western edges; the others are its neighbours' western edges
        List<LineString> lines = new ArrayList<>();
        for (int row = -1; row <= rows; row++) {
            for (int column = -1; column <= columns; column++) {
                lines.add(westernEdges(box, row, column));
            }
        }
        Mosaic mosaic = new Mosaic(new Faces(outline).cutAlong(lines));
        mosaic.mergeBelow(TileLimit.SMALLEST_SHARE * sizeMetres * sizeMetres * Math.sqrt(3) / 2);
        List<Polygon> cells = mosaic.cells();
        Envelope page = new Envelope(box);
        page.expandBy(0, side);
        cells.sort(new ReadingOrder(page, 1.5 * side).comparator());
        return List.copyOf(cells);
    }

    /** Corners sit on a lattice of half widths and half sides, so that shared ones are equal in every digit. */
    private LineString westernEdges(Envelope box, int row, int column) {
        int x = 2 * column + Math.floorMod(row, 2);
        int y = 3 * row;
        Coordinate[] corners = {
            corner(box, x, y + 2), corner(box, x - 1, y + 1), corner(box, x - 1, y - 1), corner(box, x, y - 2)
        };
        return outline.getFactory().createLineString(corners);
    }

    private Coordinate corner(Envelope box, int halfWidths, int halfSides) {
        return new Coordinate(
                box.getMinX() + halfWidths * sizeMetres / 2,
                box.getMinY() + halfSides * sizeMetres / (2 * Math.sqrt(3)));
    }
}
