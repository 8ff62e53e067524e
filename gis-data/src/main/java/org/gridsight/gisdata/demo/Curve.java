package org.gridsight.gisdata.demo;

import org.locationtech.jts.geom.Coordinate;

/** Rounds corners by cutting them (Chaikin 1974). Corners move, ends of open lines stay. */
final class Curve {

    private Curve() {}

    static Coordinate[] open(Coordinate[] line, int rounds) {
        Coordinate[] curve = line;
        for (int round = 0; round < rounds; round++) {
            Coordinate[] finer = new Coordinate[2 * curve.length];
            finer[0] = curve[0];
            for (int i = 0; i + 1 < curve.length; i++) {
                finer[2 * i + 1] = between(curve[i], curve[i + 1], 0.25);
                finer[2 * i + 2] = between(curve[i], curve[i + 1], 0.75);
            }
            finer[finer.length - 1] = curve[curve.length - 1];
            curve = finer;
        }
        return curve;
    }

    /** @param ring first and last equal, as the result */
    static Coordinate[] closed(Coordinate[] ring, int rounds) {
        Coordinate[] curve = ring;
        for (int round = 0; round < rounds; round++) {
            Coordinate[] finer = new Coordinate[2 * curve.length - 1];
            for (int i = 0; i + 1 < curve.length; i++) {
                finer[2 * i] = between(curve[i], curve[i + 1], 0.25);
                finer[2 * i + 1] = between(curve[i], curve[i + 1], 0.75);
            }
            finer[finer.length - 1] = finer[0].copy();
            curve = finer;
        }
        return curve;
    }

    private static Coordinate between(Coordinate a, Coordinate b, double share) {
        return TownPlane.snapped(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share);
    }
}
