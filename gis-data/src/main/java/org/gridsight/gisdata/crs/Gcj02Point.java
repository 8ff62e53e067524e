package org.gridsight.gisdata.crs;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;

import org.locationtech.jts.geom.Coordinate;

/**
 * A place in GCJ-02, the shifted degrees of Chinese public maps: up to some 600 m from the true place, a different
 * amount everywhere. Outside a box around China it equals the true degrees, also where the box covers other countries.
 */
public record Gcj02Point(double lng, double lat) {

    /** Krasovsky 1940 ellipsoid, as the published formula uses it. */
    private static final double SEMI_MAJOR_METRES = 6_378_245.0;

    private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;
    private static final double ENOUGH_DEGREES = 1e-12;
    private static final int MOST_STEPS = 12;

    public static Gcj02Point from(Coordinate cgcs2000) {
        if (!insideBox(cgcs2000.x, cgcs2000.y)) {
            return new Gcj02Point(cgcs2000.x, cgcs2000.y);
        }
        double x = cgcs2000.x - 105;
        double y = cgcs2000.y - 35;
        double lat = Math.toRadians(cgcs2000.y);
        double m = 1 - ECCENTRICITY_SQUARED * sin(lat) * sin(lat);
        double metresPerDegreeLat = SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED) / (m * sqrt(m)) * PI / 180;
        double metresPerDegreeLng = SEMI_MAJOR_METRES / sqrt(m) * cos(lat) * PI / 180;
        return new Gcj02Point(
                cgcs2000.x + eastMetres(x, y) / metresPerDegreeLng,
                cgcs2000.y + northMetres(x, y) / metresPerDegreeLat);
    }

    /** The true place: fixed-point iteration on the forward formula, below a micrometre after four steps. */
    public Coordinate toCgcs2000() {
        Coordinate guess = new Coordinate(lng, lat);
        for (int step = 0; step < MOST_STEPS; step++) {
            Gcj02Point there = from(guess);
            double dLng = lng - there.lng;
            double dLat = lat - there.lat;
            guess.x += dLng;
            guess.y += dLat;
            if (abs(dLng) < ENOUGH_DEGREES && abs(dLat) < ENOUGH_DEGREES) {
                break;
            }
        }
        return guess;
    }

    private static boolean insideBox(double lng, double lat) {
        return lng >= 72.004 && lng <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
    }

    private static double northMetres(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * sqrt(abs(x))
                + (2.0 / 3) * shortWaves(x)
                + (2.0 / 3) * (20 * sin(PI * y) + 40 * sin(PI * y / 3))
                + (2.0 / 3) * (160 * sin(PI * y / 12) + 320 * sin(PI * y / 30));
    }

    private static double eastMetres(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * sqrt(abs(x))
                + (2.0 / 3) * shortWaves(x)
                + (2.0 / 3) * (20 * sin(PI * x) + 40 * sin(PI * x / 3))
                + (2.0 / 3) * (150 * sin(PI * x / 12) + 300 * sin(PI * x / 30));
    }

    private static double shortWaves(double x) {
        return 20 * sin(6 * PI * x) + 20 * sin(2 * PI * x);
    }
}
