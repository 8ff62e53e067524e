package org.gridsight.spatial.grid;

import java.util.Comparator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/** Cells as one reads a page: rows from north to south, inside a row from west to east. */
final class ReadingOrder {

    private final Envelope page;
    private final double rowMetres;

    ReadingOrder(Envelope page, double rowMetres) {
        this.page = page;
        this.rowMetres = rowMetres;
    }

    Comparator<Polygon> comparator() {
        return Comparator.<Polygon>comparingInt(cell -> row(middle(cell).y))
                .thenComparingDouble(cell -> middle(cell).x)
                .thenComparing(cell -> middle(cell).y, Comparator.reverseOrder())
                .thenComparingDouble(Polygon::getArea);
    }

    private int row(double y) {
        return (int) Math.floor((page.getMaxY() - y) / rowMetres);
    }

    private static Coordinate middle(Polygon cell) {
        return cell.getCentroid().getCoordinate();
    }
}
