package org.gridsight.gisdata.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Coordinates as GeoJSON nests them, before anybody knows whether they fit their type: a {@link Coordinate}, a list of
 * such, a list of lists. Turned into a geometry, or into the reason why not.
 */
record GeometryShape(String type, Object coordinates, List<GeometryShape> members) {

    Geometry build() throws BadGeometry {
        GeometryFactory factory = GeometryCheck.FACTORY;
        switch (type) {
            case "Point":
                return factory.createPoint(position(coordinates));
            case "MultiPoint":
                return factory.createMultiPointFromCoords(positions(coordinates));
            case "LineString":
                return line(coordinates);
            case "MultiLineString":
                List<LineString> lines = new ArrayList<>();
                for (Object part : list(coordinates)) {
                    lines.add(line(part));
                }
                return factory.createMultiLineString(lines.toArray(LineString[]::new));
            case "Polygon":
                return polygon(coordinates);
            case "MultiPolygon":
                List<Polygon> polygons = new ArrayList<>();
                for (Object part : list(coordinates)) {
                    polygons.add(polygon(part));
                }
                return factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
            case "GeometryCollection":
                List<Geometry> parts = new ArrayList<>();
                for (GeometryShape member : members) {
                    parts.add(member.build());
                }
                return factory.createGeometryCollection(parts.toArray(Geometry[]::new));
            default:
                throw unreadable("geometry type \"" + shorten(type) + "\" is unknown");
        }
    }

    private LineString line(Object value) throws BadGeometry {
        Coordinate[] points = positions(value);
        if (points.length < 2) {
            throw new BadGeometry(RowFault.Code.INVALID, "a line needs at least 2 points");
        }
        return GeometryCheck.FACTORY.createLineString(points);
    }

    private Polygon polygon(Object value) throws BadGeometry {
        List<LinearRing> rings = new ArrayList<>();
        for (Object ring : list(value)) {
            rings.add(GeometryCheck.ring(positions(ring)));
        }
        if (rings.isEmpty()) {
            throw new BadGeometry(RowFault.Code.NO_GEOMETRY, "the polygon has no ring");
        }
        return GeometryCheck.FACTORY.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private Coordinate[] positions(Object value) throws BadGeometry {
        List<Coordinate> points = new ArrayList<>();
        for (Object position : list(value)) {
            points.add(position(position));
        }
        return points.toArray(Coordinate[]::new);
    }

    private Coordinate position(Object value) throws BadGeometry {
        if (value instanceof Coordinate point) {
            GeometryCheck.finite(point);
            return point;
        }
        throw unreadable("expected a position [x, y] in the coordinates of a " + type);
    }

    private List<?> list(Object value) throws BadGeometry {
        if (value instanceof List<?> items) {
            return items;
        }
        throw unreadable("the coordinates of a " + type + " are not nested as they should be");
    }

    private static BadGeometry unreadable(String detail) {
        return new BadGeometry(RowFault.Code.UNREADABLE_GEOMETRY, detail);
    }

    private static String shorten(String text) {
        return text.length() > 40 ? text.substring(0, 40).toLowerCase(Locale.ROOT) + "..." : text;
    }
}
