package org.gridsight.gisdata.crs;

import org.locationtech.jts.geom.Coordinate;

/** A projected system whose numbers come in another unit than the register says: multiplied first, then as usual. */
record UnitShift(Shift inner, double factor, String unit) implements Shift {

    @Override
    public Coordinate toCgcs2000(Coordinate source) {
        return inner.toCgcs2000(new Coordinate(source.x * factor, source.y * factor));
    }

    @Override
    public Coordinate fromCgcs2000(Coordinate degrees) {
        Coordinate projected = inner.fromCgcs2000(degrees);
        return new Coordinate(projected.x / factor, projected.y / factor);
    }

    @Override
    public String method() {
        return inner.method() + ", coordinates in " + unit;
    }

    @Override
    public double accuracyMetres() {
        return inner.accuracyMetres();
    }
}
