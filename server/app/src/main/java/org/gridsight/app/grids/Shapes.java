package org.gridsight.app.grids;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/** Shapes as the database keeps them: multipolygons, CGCS2000 by its number. */
final class Shapes {

    private static final int CGCS2000 = 4490;
    private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), CGCS2000);

    private Shapes() {}

    static boolean inDegrees(Geometry shape) {
        Envelope box = shape.getEnvelopeInternal();
        return box.getMinX() >= -180 && box.getMaxX() <= 180 && box.getMinY() >= -90 && box.getMaxY() <= 90;
    }

    /** Lines and points of a collection are dropped. */
    static MultiPolygon areas(Geometry shape) {
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                parts.add(polygon);
            }
        }
        return (MultiPolygon) FACTORY.createGeometry(FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new)));
    }

    /** A plain copy: shapes fresh from the database keep their numbers in a form that others must not write to. */
    static Geometry plain(Geometry shape) {
        return FACTORY.createGeometry(shape);
    }
}
