package org.gridsight.gisdata.format;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;

/**
 * Well-known binary, ISO and extended, with counts checked against the bytes at hand and nesting bounded before anything
 * is allocated. Heights and measures are dropped.
 */
final class WkbShape {

    private static final int EXTENDED_Z = 0x80000000;
    private static final int EXTENDED_M = 0x40000000;
    private static final int EXTENDED_SRID = 0x20000000;

    private final ByteBuffer in;
    private final ReadLimits limits;
    private int vertices;

    private WkbShape(ByteBuffer in, ReadLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    static Geometry parse(ByteBuffer in, ReadLimits limits) throws BadGeometry {
        try {
            return new WkbShape(in, limits).geometry(1);
        } catch (BufferUnderflowException e) {
            throw unreadable("the geometry ends too early");
        }
    }

    private Geometry geometry(int depth) throws BadGeometry {
        if (depth > limits.depth()) {
            throw unreadable("geometry collections nested more than " + limits.depth() + " deep");
        }
        in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int code = in.getInt();
        if ((code & EXTENDED_SRID) != 0) {
            in.getInt();
        }
        int plain = code & 0xFFFF;
        int dimension = 2 + (plain / 1000 == 3 ? 2 : plain / 1000 > 0 ? 1 : 0);
        dimension += ((code & EXTENDED_Z) != 0 ? 1 : 0) + ((code & EXTENDED_M) != 0 ? 1 : 0);
        return switch (plain % 1000) {
            case 1 -> point(dimension);
            case 2 -> line(dimension);
            case 3 -> polygon(dimension);
            case 4, 5, 6, 7 -> collection(depth);
            default -> throw unreadable("geometry type " + code + " is not read");
        };
    }

    /** GeoPackage writes an empty point as NaN, NaN: that is a missing place, not a wrong one. */
    private Geometry point(int dimension) throws BadGeometry {
        Coordinate point = position(dimension);
        if (Double.isNaN(point.x) && Double.isNaN(point.y)) {
            throw new BadGeometry(RowFault.Code.NO_GEOMETRY, "the point is empty");
        }
        GeometryCheck.finite(point);
        return GeometryCheck.FACTORY.createPoint(point);
    }

    private Geometry line(int dimension) throws BadGeometry {
        Coordinate[] points = positions(dimension);
        if (points.length < 2) {
            throw new BadGeometry(RowFault.Code.INVALID, "a line needs at least 2 points");
        }
        for (Coordinate point : points) {
            GeometryCheck.finite(point);
        }
        return GeometryCheck.FACTORY.createLineString(points);
    }

    private Geometry polygon(int dimension) throws BadGeometry {
        int rings = count(4);
        List<LinearRing> all = new ArrayList<>();
        for (int i = 0; i < rings; i++) {
            all.add(GeometryCheck.ring(positions(dimension)));
        }
        if (all.isEmpty()) {
            throw new BadGeometry(RowFault.Code.NO_GEOMETRY, "the polygon is empty");
        }
        return GeometryCheck.FACTORY.createPolygon(
                all.get(0), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    private Geometry collection(int depth) throws BadGeometry {
        ByteOrder order = in.order();
        int members = count(5);
        List<Geometry> all = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            all.add(geometry(depth + 1));
        }
        in.order(order);
        return GeometryCheck.FACTORY.buildGeometry(all);
    }

    private Coordinate[] positions(int dimension) throws BadGeometry {
        Coordinate[] points = new Coordinate[count(8 * dimension)];
        vertices += points.length;
        GeometryCheck.vertices(vertices, limits.vertices());
        for (int i = 0; i < points.length; i++) {
            points[i] = position(dimension);
        }
        return points;
    }

    private Coordinate position(int dimension) {
        Coordinate point = new Coordinate(in.getDouble(), in.getDouble());
        for (int i = 2; i < dimension; i++) {
            in.getDouble();
        }
        return point;
    }

    private int count(int bytesEach) {
        int count = in.getInt();
        if (count < 0 || count > in.remaining() / bytesEach) {
            throw new BufferUnderflowException();
        }
        return count;
    }

    private static BadGeometry unreadable(String detail) {
        return new BadGeometry(RowFault.Code.UNREADABLE_GEOMETRY, detail);
    }
}
