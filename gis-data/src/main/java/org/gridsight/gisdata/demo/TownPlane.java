package org.gridsight.gisdata.demo;

import org.gridsight.gisdata.crs.Crs;
import org.gridsight.gisdata.crs.Gcj02Point;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * The town is drawn in metres of EPSG:4548 (easting, northing) and delivered in CGCS2000 degrees rounded to 1e-7, about a
 * centimetre: equal metres give equal degrees, so borders shared in metres stay shared, and the last bits in which
 * machines may differ are gone.
 */
final class TownPlane {

    /** 117.90 E, 35.80 N. */
    static final Coordinate CENTRE = new Coordinate(581_352.784, 3_963_725.013);

    static final PrecisionModel DECIMETRE = new PrecisionModel(10);
    static final GeometryFactory METRES = new GeometryFactory(DECIMETRE, 4548);
    static final GeometryFactory DEGREES = new GeometryFactory(new PrecisionModel(), 4490);

    private final Crs plane = Crs.of("EPSG:4548");

    Point point(Coordinate metres) {
        return DEGREES.createPoint(degrees(metres));
    }

    Coordinate degrees(Coordinate metres) {
        return rounded(plane.toCgcs2000(metres));
    }

    /** The same shape, vertex by vertex. */
    <T extends Geometry> T degrees(T metres, Class<T> type) {
        Geometry copy = DEGREES.createGeometry(metres);
        copy.apply((Coordinate vertex) -> vertex.setCoordinate(degrees(vertex)));
        copy.geometryChanged();
        copy.setSRID(DEGREES.getSRID());
        return type.cast(copy);
    }

    /** Where a place appears when its GCJ-02 degrees are taken for true ones, about 509 m away. */
    Coordinate gcj02ReadAsTrue(Coordinate metres) {
        Gcj02Point shifted = Gcj02Point.from(plane.toCgcs2000(metres));
        Coordinate there = plane.fromCgcs2000(new Coordinate(shifted.lng(), shifted.lat()));
        return new Coordinate(StrictMath.rint(there.x * 1000) / 1000, StrictMath.rint(there.y * 1000) / 1000);
    }

    /** Snapped to the decimetre. */
    static Coordinate snapped(double east, double north) {
        Coordinate place = new Coordinate(east, north);
        DECIMETRE.makePrecise(place);
        return place;
    }

    /** The place so many metres along a line, at most its end. */
    static Coordinate along(LineString line, double metres) {
        double left = metres;
        for (int i = 0; i + 1 < line.getNumPoints(); i++) {
            Coordinate from = line.getCoordinateN(i);
            Coordinate to = line.getCoordinateN(i + 1);
            double step = from.distance(to);
            if (left <= step && step > 0) {
                return snapped(from.x + (to.x - from.x) * left / step, from.y + (to.y - from.y) * left / step);
            }
            left -= step;
        }
        return line.getCoordinateN(line.getNumPoints() - 1).copy();
    }

    static Coordinate rounded(Coordinate degrees) {
        return new Coordinate(StrictMath.rint(degrees.x * 1e7) / 1e7, StrictMath.rint(degrees.y * 1e7) / 1e7);
    }
}
