package org.gridsight.gisdata.crs;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.hypot;
import static java.lang.Math.sin;

import org.locationtech.jts.geom.Coordinate;

/** A place in BD-09, Baidu's degrees: a second shift on top of GCJ-02, about a kilometre from the true place in all. */
public record Bd09Point(double lng, double lat) {

    private static final double K = 3000 * PI / 180;
    private static final double ENOUGH_DEGREES = 1e-12;
    private static final int MOST_STEPS = 12;

    public static Bd09Point from(Coordinate cgcs2000) {
        return from(Gcj02Point.from(cgcs2000));
    }

    public static Bd09Point from(Gcj02Point gcj) {
        double radius = hypot(gcj.lng(), gcj.lat()) + 0.00002 * sin(gcj.lat() * K);
        double angle = atan2(gcj.lat(), gcj.lng()) + 0.000003 * cos(gcj.lng() * K);
        return new Bd09Point(radius * cos(angle) + 0.0065, radius * sin(angle) + 0.006);
    }

    /** The closed inverse is off by up to 0.16 m; it is only the first guess here. */
    public Gcj02Point toGcj02() {
        double x = lng - 0.0065;
        double y = lat - 0.006;
        double radius = hypot(x, y) - 0.00002 * sin(y * K);
        double angle = atan2(y, x) - 0.000003 * cos(x * K);
        Gcj02Point guess = new Gcj02Point(radius * cos(angle), radius * sin(angle));
        for (int step = 0; step < MOST_STEPS; step++) {
            Bd09Point there = from(guess);
            double dLng = lng - there.lng;
            double dLat = lat - there.lat;
            guess = new Gcj02Point(guess.lng() + dLng, guess.lat() + dLat);
            if (abs(dLng) < ENOUGH_DEGREES && abs(dLat) < ENOUGH_DEGREES) {
                break;
            }
        }
        return guess;
    }

    public Coordinate toCgcs2000() {
        return toGcj02().toCgcs2000();
    }
}
