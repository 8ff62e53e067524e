package org.gridsight.spatial.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Cuts an outline along lines into the faces between them. Everything is first rounded to millimetres and noded, so
 * that neighbours share their corners exactly: no gap and no overlap, not even in the last digit.
 */
final class Faces {

    private static final PrecisionModel MILLIMETRES = new PrecisionModel(1000);

    private final Geometry outline;

    Faces(Geometry outline) {
        if (outline.isEmpty() || outline.getDimension() != 2) {
            throw new IllegalArgumentException("an outline must be a polygon with an area, was "
                    + (outline.isEmpty() ? "empty" : "a " + outline.getGeometryType()));
        }
        this.outline = outline;
    }

    List<Polygon> cutAlong(List<LineString> lines) {
        GeometryFactory factory = outline.getFactory();
        List<Geometry> linework = new ArrayList<>(lines);
        linework.add(outline.getBoundary());
        Geometry noded = UnaryUnionNG.union(factory.buildGeometry(linework), MILLIMETRES);
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(noded);
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(outline);
        List<Polygon> inside = new ArrayList<>();
        for (Object face : (Collection<?>) polygonizer.getPolygons()) {
            Polygon polygon = (Polygon) face;
            polygon.normalize();
            Coordinate middle = polygon.getInteriorPoint().getCoordinate();
            if (locator.locate(middle) != Location.EXTERIOR) {
                inside.add(polygon);
            }
        }
        // the polygonizer's own order differs from run to run
        inside.sort(Polygon::compareTo);
        return inside;
    }
}
