package org.gridsight.gisdata.crs;

import org.locationtech.jts.geom.Coordinate;

/** GCJ-02 as a shift; the mathematics is in {@link Gcj02Point}. */
record Gcj02Shift() implements Shift {

    @Override
    public Coordinate toCgcs2000(Coordinate source) {
        return new Gcj02Point(source.x, source.y).toCgcs2000();
    }

    @Override
    public Coordinate fromCgcs2000(Coordinate degrees) {
        Gcj02Point point = Gcj02Point.from(degrees);
        return new Coordinate(point.lng(), point.lat());
    }

    @Override
    public String method() {
        return "GCJ-02 offset formula, inverse by iteration to 1e-12 degrees";
    }

    /** Assumed, not measured: the published formula stands in for one that is not public. */
    @Override
    public double accuracyMetres() {
        return 2;
    }
}
