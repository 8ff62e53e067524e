package org.gridsight.gisdata.topology;

import org.gridsight.gisdata.crs.Crs;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** A projected system of a file: corners go back to where the draughtsman put them, within a millimetre. */
record CrsPlane(Crs crs, double unitsPerMetre) implements Plane {

    private static final double STEP_DEGREES = 0.001;
    private static final double METRES_PER_DEGREE = 111_195;

    /** @param centre of the grids, degrees; a metre there may be 3.28 feet or 1.23 metres of Mercator */
    static CrsPlane at(Crs crs, Coordinate centre) {
        Coordinate here = crs.fromCgcs2000(centre);
        Coordinate there = crs.fromCgcs2000(new Coordinate(centre.x, centre.y + STEP_DEGREES));
        return new CrsPlane(crs, here.distance(there) / (STEP_DEGREES * METRES_PER_DEGREE));
    }

    @Override
    public Geometry plane(Geometry degrees) {
        return crs.fromCgcs2000(degrees);
    }

    @Override
    public Geometry degrees(Geometry plane) {
        Geometry degrees = crs.toCgcs2000(plane);
        degrees.setSRID(4490);
        return degrees;
    }
}
