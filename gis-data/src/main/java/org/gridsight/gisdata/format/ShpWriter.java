package org.gridsight.gisdata.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The .shp and .shx of one kind of shape, built in memory. */
final class ShpWriter {

    private static final int HEADER_BYTES = 100;
    private static final int POINT = 1;
    private static final int LINE = 3;
    private static final int POLYGON = 5;
    private static final int MULTIPOINT = 8;

    private final int type;
    private final ByteArrayOutputStream shapes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream index = new ByteArrayOutputStream();
    private final Envelope box = new Envelope();
    private int records;

    /** @param geometries all that will be added */
    ShpWriter(List<Geometry> geometries) {
        int found = geometries.isEmpty() ? POLYGON : typeOf(geometries.get(0));
        for (Geometry geometry : geometries) {
            int other = typeOf(geometry);
            if (other != found && (Math.max(other, found) != MULTIPOINT || Math.min(other, found) != POINT)) {
                throw new IllegalArgumentException("a shapefile holds one kind of shape; found "
                        + geometries.get(0).getGeometryType() + " and " + geometry.getGeometryType());
            }
            found = Math.max(found, other);
        }
        this.type = found;
    }

    private static int typeOf(Geometry geometry) {
        return switch (geometry.getGeometryType()) {
            case "Point" -> POINT;
            case "MultiPoint" -> MULTIPOINT;
            case "LineString", "LinearRing", "MultiLineString" -> LINE;
            case "Polygon", "MultiPolygon" -> POLYGON;
            default -> throw new IllegalArgumentException("a shapefile holds no " + geometry.getGeometryType());
        };
    }

    void add(Geometry geometry) {
        byte[] content = content(geometry);
        records++;
        int words = (HEADER_BYTES + shapes.size()) / 2;
        index.writeBytes(ints(words, content.length / 2));
        shapes.writeBytes(ints(records, content.length / 2));
        shapes.writeBytes(content);
        box.expandToInclude(geometry.getEnvelopeInternal());
    }

    byte[] shp() {
        return file(shapes.toByteArray());
    }

    byte[] shx() {
        return file(index.toByteArray());
    }

    private byte[] file(byte[] body) {
        ByteBuffer file = ByteBuffer.allocate(HEADER_BYTES + body.length);
        file.putInt(0, 9994).putInt(24, file.capacity() / 2);
        file.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type).position(36);
        putBox(file, box);
        file.position(HEADER_BYTES);
        return file.put(body).array();
    }

    private static byte[] ints(int first, int second) {
        return ByteBuffer.allocate(8).putInt(first).putInt(second).array();
    }

    private byte[] content(Geometry geometry) {
        if (type == POINT) {
            Coordinate point = geometry.getCoordinate();
            return little(20).putInt(type).putDouble(point.x).putDouble(point.y).array();
        }
        if (type == MULTIPOINT) {
            Coordinate[] points = geometry.getCoordinates();
            ByteBuffer out = little(40 + 16 * points.length).putInt(type);
            putBox(out, geometry.getEnvelopeInternal());
            return putPoints(out.putInt(points.length), points).array();
        }
        List<Coordinate[]> parts = parts(geometry);
        int points = parts.stream().mapToInt(part -> part.length).sum();
        ByteBuffer out = little(44 + 4 * parts.size() + 16 * points).putInt(type);
        putBox(out, geometry.getEnvelopeInternal());
        out.putInt(parts.size()).putInt(points);
        int start = 0;
        for (Coordinate[] part : parts) {
            out.putInt(start);
            start += part.length;
        }
        parts.forEach(part -> putPoints(out, part));
        return out.array();
    }

    private static List<Coordinate[]> parts(Geometry geometry) {
        List<Coordinate[]> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon) {
                parts.add(turned(polygon.getExteriorRing(), false));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    parts.add(turned(polygon.getInteriorRingN(hole), true));
                }
            } else {
                parts.add(((LineString) geometry.getGeometryN(i)).getCoordinates());
            }
        }
        return parts;
    }

    /** Outer rings run clockwise, holes the other way. */
    private static Coordinate[] turned(LinearRing ring, boolean counterClockwise) {
        boolean turn = Orientation.isCCW(ring.getCoordinateSequence()) != counterClockwise;
        return turn ? ring.reverse().getCoordinates() : ring.getCoordinates();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void putBox(ByteBuffer out, Envelope box) {
        boolean none = box.isNull();
        out.putDouble(none ? 0 : box.getMinX()).putDouble(none ? 0 : box.getMinY());
        out.putDouble(none ? 0 : box.getMaxX()).putDouble(none ? 0 : box.getMaxY());
    }

    private static ByteBuffer putPoints(ByteBuffer out, Coordinate[] points) {
        for (Coordinate point : points) {
            out.putDouble(point.x).putDouble(point.y);
        }
        return out;
    }
}
