package org.gridsight.gisdata.crs;

import org.locationtech.jts.geom.Coordinate;

/** BD-09 as a shift; the mathematics is in {@link Bd09Point}. */
record Bd09Shift() implements Shift {

    @Override
    public Coordinate toCgcs2000(Coordinate source) {
        return new Bd09Point(source.x, source.y).toCgcs2000();
    }

    @Override
    public Coordinate fromCgcs2000(Coordinate degrees) {
        Bd09Point point = Bd09Point.from(degrees);
        return new Coordinate(point.lng(), point.lat());
    }

    @Override
    public String method() {
        return "BD-09 over GCJ-02 offset formulas, inverse by iteration to 1e-12 degrees";
    }

    /** Assumed, not measured: two published formulas stand in for ones that are not public. */
    @Override
    public double accuracyMetres() {
        return 3;
    }
}
