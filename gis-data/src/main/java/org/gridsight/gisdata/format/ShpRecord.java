package org.gridsight.gisdata.format;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * One record of a .shp, as the "ESRI Shapefile Technical Description" (1998) lays it out. Heights and measures are
 * dropped. Outer rings run clockwise; a ring that runs the other way and lies in no outer ring is taken as an outer one.
 */
final class ShpRecord {

    private static final GeometryFactory FACTORY = GeometryCheck.FACTORY;
    private static final int BOX_BYTES = 32;

    private ShpRecord() {}

    /** @param content of the record, without its header; little endian */
    static Geometry parse(byte[] content, int mostVertices) throws BadGeometry {
        ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int type = in.getInt();
            // 1x and 2x are the same shapes with heights or measures
            switch (type > 20 ? type - 20 : type > 10 ? type - 10 : type) {
                case 0:
                    throw new BadGeometry(RowFault.Code.NO_GEOMETRY, "the record has no shape");
                case 1:
                    Coordinate point = new Coordinate(in.getDouble(), in.getDouble());
                    GeometryCheck.finite(point);
                    return FACTORY.createPoint(point);
                case 3:
                    return lines(parts(in, mostVertices));
                case 5:
                    return polygons(parts(in, mostVertices));
                case 8:
                    in.position(in.position() + BOX_BYTES);
                    return FACTORY.createMultiPointFromCoords(points(in, count(in, mostVertices)));
                default:
                    throw new BadGeometry(RowFault.Code.UNREADABLE_GEOMETRY, "shape type " + type + " is not read");
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new BadGeometry(RowFault.Code.UNREADABLE_GEOMETRY, "the record is shorter than its counts say");
        }
    }

    private static List<Coordinate[]> parts(ByteBuffer in, int mostVertices) throws BadGeometry {
        in.position(in.position() + BOX_BYTES);
        int parts = in.getInt();
        int points = count(in, mostVertices);
        if (parts < 0 || parts > points) {
            throw new BadGeometry(RowFault.Code.UNREADABLE_GEOMETRY, parts + " parts for " + points + " points");
        }
        int[] starts = new int[parts + 1];
        for (int i = 0; i < parts; i++) {
            starts[i] = in.getInt();
        }
        starts[parts] = points;
        Coordinate[] all = points(in, points);
        List<Coordinate[]> result = new ArrayList<>(parts);
        for (int i = 0; i < parts; i++) {
            if (starts[i] < 0 || starts[i] > starts[i + 1]) {
                throw new BadGeometry(RowFault.Code.UNREADABLE_GEOMETRY, "part " + i + " starts at " + starts[i]);
            }
            if (starts[i] < starts[i + 1]) {
                result.add(Arrays.copyOfRange(all, starts[i], starts[i + 1]));
            }
        }
        return result;
    }

    private static int count(ByteBuffer in, int mostVertices) throws BadGeometry {
        int points = in.getInt();
        GeometryCheck.vertices(points, mostVertices);
        if (points < 0 || points > in.remaining() / 16) {
            throw new BufferUnderflowException();
        }
        return points;
    }

    private static Coordinate[] points(ByteBuffer in, int count) throws BadGeometry {
        Coordinate[] points = new Coordinate[count];
        for (int i = 0; i < count; i++) {
            points[i] = new Coordinate(in.getDouble(), in.getDouble());
            GeometryCheck.finite(points[i]);
        }
        return points;
    }

    private static Geometry lines(List<Coordinate[]> parts) throws BadGeometry {
        List<LineString> lines = new ArrayList<>();
        for (Coordinate[] part : parts) {
            if (part.length < 2) {
                throw new BadGeometry(RowFault.Code.INVALID, "a line needs at least 2 points");
            }
            lines.add(FACTORY.createLineString(part));
        }
        return lines.size() == 1 ? lines.get(0) : FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
    }

    private static Geometry polygons(List<Coordinate[]> parts) throws BadGeometry {
        List<LinearRing> shells = new ArrayList<>();
        List<LinearRing> others = new ArrayList<>();
        for (Coordinate[] part : parts) {
            LinearRing ring = GeometryCheck.ring(part);
            (Orientation.isCCW(ring.getCoordinateSequence()) ? others : shells).add(ring);
        }
        // hang each hole on the smallest shell around it
        STRtree tree = new STRtree();
        List<List<LinearRing>> holes = new ArrayList<>();
        for (int i = 0; i < shells.size(); i++) {
            tree.insert(shells.get(i).getEnvelopeInternal(), i);
            holes.add(new ArrayList<>());
        }
        for (LinearRing ring : others) {
            int shell = shells.isEmpty() ? -1 : around(ring, shells, tree);
            if (shell >= 0) {
                holes.get(shell).add(ring);
            } else {
                shells.add(ring);
                holes.add(new ArrayList<>());
            }
        }
        Polygon[] polygons = new Polygon[shells.size()];
        for (int i = 0; i < polygons.length; i++) {
            polygons[i] = FACTORY.createPolygon(shells.get(i), holes.get(i).toArray(LinearRing[]::new));
        }
        return polygons.length == 1 ? polygons[0] : FACTORY.createMultiPolygon(polygons);
    }

    private static int around(LinearRing hole, List<LinearRing> shells, STRtree tree) {
        int best = -1;
        for (Object found : tree.query(hole.getEnvelopeInternal())) {
            int i = (Integer) found;
            LinearRing shell = shells.get(i);
            boolean smaller = best < 0
                    || shell.getEnvelopeInternal().getArea()
                            < shells.get(best).getEnvelopeInternal().getArea();
            if (smaller && shell.getEnvelopeInternal().contains(hole.getEnvelopeInternal()) && inside(hole, shell)) {
                best = i;
            }
        }
        return best;
    }

    /** Judged by the first corner that is not on the shell itself. */
    private static boolean inside(LinearRing hole, LinearRing shell) {
        for (Coordinate corner : hole.getCoordinates()) {
            int location = RayCrossingCounter.locatePointInRing(corner, shell.getCoordinateSequence());
            if (location != Location.BOUNDARY) {
                return location == Location.INTERIOR;
            }
        }
        return true;
    }
}
