package org.gridsight.gisdata.crs;

import org.locationtech.jts.geom.Coordinate;

/** Degrees of CGCS2000 or WGS 84: nothing to do. */
record DegreesShift(String method, double accuracyMetres) implements Shift {

    /** Same frame. */
    static final DegreesShift CGCS2000 = new DegreesShift("CGCS2000 degrees, unchanged", 0);

    /** WGS 84 and CGCS2000 drift apart by centimetres to decimetres. */
    static final DegreesShift WGS84 = new DegreesShift("WGS 84 degrees taken as CGCS2000", 0.5);

    @Override
    public Coordinate toCgcs2000(Coordinate source) {
        return new Coordinate(source.x, source.y);
    }

    @Override
    public Coordinate fromCgcs2000(Coordinate degrees) {
        return new Coordinate(degrees.x, degrees.y);
    }
}
