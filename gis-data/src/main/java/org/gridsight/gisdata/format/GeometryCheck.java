package org.gridsight.gisdata.format;

import java.util.Locale;
import org.gridsight.gisdata.crs.Crs;
import org.gridsight.gisdata.crs.CrsRefused;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** The one door every geometry of a file passes, whatever its format. */
final class GeometryCheck {

    static final GeometryFactory FACTORY = new GeometryFactory();

    /** SRID of stored geometry columns. */
    private static final int CGCS2000 = 4490;

    private GeometryCheck() {}

    /** A closed ring, or the reason why these points are none. */
    static LinearRing ring(Coordinate[] points) throws BadGeometry {
        for (Coordinate point : points) {
            finite(point);
        }
        if (points.length > 0 && !points[0].equals2D(points[points.length - 1])) {
            throw new BadGeometry(
                    RowFault.Code.NOT_CLOSED,
                    "a ring starts at " + show(points[0]) + " but ends at " + show(points[points.length - 1]));
        }
        if (points.length < 4) {
            throw new BadGeometry(
                    RowFault.Code.INVALID, "a ring needs at least 4 points, this one has " + points.length);
        }
        return FACTORY.createLinearRing(points);
    }

    static void finite(Coordinate point) throws BadGeometry {
        if (!Double.isFinite(point.x) || !Double.isFinite(point.y)) {
            throw new BadGeometry(
                    RowFault.Code.NOT_FINITE, "coordinate " + point.x + ", " + point.y + " is not a finite number");
        }
    }

    static void vertices(long count, int limit) throws BadGeometry {
        if (count > limit) {
            throw new BadGeometry(RowFault.Code.TOO_MANY_VERTICES, "more than " + limit + " points in one geometry");
        }
    }

    /** Finite, not empty, and no ring crossing itself; rings touching in a point are fine. */
    static void sound(Geometry source) throws BadGeometry {
        if (source.isEmpty()) {
            throw new BadGeometry(RowFault.Code.NO_GEOMETRY, "the geometry is empty");
        }
        FirstBadPoint bad = new FirstBadPoint();
        source.apply(bad);
        if (bad.found) {
            finite(bad.point);
        }
        rings(source);
    }

    private static void rings(Geometry source) throws BadGeometry {
        if (source instanceof Polygonal) {
            valid(source);
        } else if (source instanceof GeometryCollection) {
            for (int i = 0; i < source.getNumGeometries(); i++) {
                rings(source.getGeometryN(i));
            }
        }
    }

    static Geometry degrees(Geometry source, Crs crs) throws BadGeometry {
        try {
            Geometry degrees = crs.toCgcs2000(source);
            degrees.setSRID(CGCS2000);
            return degrees;
        } catch (CrsRefused e) {
            throw new BadGeometry(RowFault.Code.OFF_THE_EARTH, String.valueOf(e.getMessage()));
        }
    }

    private static void valid(Geometry polygons) throws BadGeometry {
        IsValidOp check = new IsValidOp(polygons);
        check.setSelfTouchingRingFormingHoleValid(true);
        TopologyValidationError error = check.getValidationError();
        if (error == null) {
            return;
        }
        boolean crossing = error.getErrorType() == TopologyValidationError.SELF_INTERSECTION
                || error.getErrorType() == TopologyValidationError.RING_SELF_INTERSECTION;
        throw new BadGeometry(
                crossing ? RowFault.Code.SELF_CROSSING : RowFault.Code.INVALID,
                (crossing ? "a ring crosses itself" : error.getMessage().toLowerCase(Locale.ROOT)) + " near "
                        + show(error.getCoordinate()));
    }

    private static String show(Coordinate point) {
        return point.x + ", " + point.y;
    }

    /** Stops at the first coordinate that is not finite. */
    private static final class FirstBadPoint implements CoordinateSequenceFilter {

        private boolean found;
        private Coordinate point = new Coordinate();

        @Override
        public void filter(CoordinateSequence sequence, int index) {
            double x = sequence.getX(index);
            double y = sequence.getY(index);
            if (!found && !(Double.isFinite(x) && Double.isFinite(y))) {
                found = true;
                point = new Coordinate(x, y);
            }
        }

        @Override
        public boolean isDone() {
            return found;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }
}
