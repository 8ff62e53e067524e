package org.gridsight.gisdata.topology;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * Degrees stretched to metres around a place. Straight lines stay straight, so borders shared in degrees stay shared; the
 * stretch is that of the CGCS2000 ellipsoid at the centre.
 */
final class LocalPlane implements Plane {

    private static final double SEMI_MAJOR_METRES = 6_378_137;
    private static final double FLATTENING = 1 / 298.257222101;
    private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

    private final Coordinate centre;
    private final double east;
    private final double north;

    LocalPlane(Coordinate centre) {
        this.centre = centre;
        this.east = eastMetresPerDegree(centre.y);
        this.north = northMetresPerDegree(centre.y);
    }

    @Override
    public Geometry plane(Geometry degrees) {
        return AffineTransformation.translationInstance(-centre.x, -centre.y)
                .scale(east, north)
                .transform(degrees);
    }

    @Override
    public Geometry degrees(Geometry metres) {
        Geometry degrees = AffineTransformation.scaleInstance(1 / east, 1 / north)
                .translate(centre.x, centre.y)
                .transform(metres);
        degrees.setSRID(4490);
        return degrees;
    }

    @Override
    public double unitsPerMetre() {
        return 1;
    }

    /** Square metres of a geometry in degrees, with the stretch of its own latitude. */
    static double area(Geometry degrees) {
        double lat = degrees.getCentroid().getY();
        return degrees.getArea() * eastMetresPerDegree(lat) * northMetresPerDegree(lat);
    }

    private static double eastMetresPerDegree(double lat) {
        return Math.toRadians(1) * SEMI_MAJOR_METRES * Math.cos(Math.toRadians(lat)) / Math.sqrt(w(lat));
    }

    private static double northMetresPerDegree(double lat) {
        return Math.toRadians(1) * SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED) / Math.pow(w(lat), 1.5);
    }

    private static double w(double lat) {
        double sin = Math.sin(Math.toRadians(lat));
        return 1 - ECCENTRICITY_SQUARED * sin * sin;
    }
}
