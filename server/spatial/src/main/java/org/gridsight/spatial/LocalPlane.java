package org.gridsight.spatial;

import java.util.Arrays;

/**
 * Degrees laid out in metres around one place: the transverse Mercator projection of the CGCS2000 ellipsoid with true
 * scale on the meridian of that place, which is the origin. Method: Kruger's series in the third flattening, as in
 * C. F. F. Karney, "Transverse Mercator with an accuracy of a few nanometers", J. Geodesy 85, 2011, here to the fourth
 * order (well under a millimetre within {@value #REACH_DEGREES} degrees). Lengths are too long by at most
 * {@code d^2 / 2R^2} at a distance d east or west: 5e-6 at 20 km, 1e-4 at 90 km.
 */
public final class LocalPlane {

    /** Farthest longitude from the origin, degrees. */
    public static final double REACH_DEGREES = 4;

    private static final double SEMI_MAJOR = 6_378_137;
    private static final double FLATTENING = 1 / 298.257222101;
    private static final double THIRD = FLATTENING / (2 - FLATTENING);
    private static final double ECCENTRICITY = 2 * Math.sqrt(THIRD) / (1 + THIRD);
    private static final double RADIUS =
            SEMI_MAJOR / (1 + THIRD) * (1 + THIRD * THIRD / 4 + THIRD * THIRD * THIRD * THIRD / 64);
    private static final double[] FORWARD = {
        series(1 / 2.0, -2 / 3.0, 5 / 16.0, 41 / 180.0),
        series(0, 13 / 48.0, -3 / 5.0, 557 / 1440.0),
        series(0, 0, 61 / 240.0, -103 / 140.0),
        series(0, 0, 0, 49561 / 161280.0)
    };
    private static final double[] INVERSE = {
        series(1 / 2.0, -2 / 3.0, 37 / 96.0, -1 / 360.0),
        series(0, 1 / 48.0, 1 / 15.0, -437 / 1440.0),
        series(0, 0, 17 / 480.0, -37 / 840.0),
        series(0, 0, 0, 4397 / 161280.0)
    };

    private final LngLat origin;
    private final double originNorth;

    private LocalPlane(LngLat origin) {
        this.origin = origin;
        this.originNorth = northing(0, conformal(origin.lat()));
    }

    public static LocalPlane around(LngLat origin) {
        return new LocalPlane(origin);
    }

    /** Around the median of places, so that a few wild ones do not move it; around 0, 0 when there are none. */
    public static LocalPlane amid(double[] lng, double[] lat) {
        return new LocalPlane(lng.length == 0 ? new LngLat(0, 0) : new LngLat(median(lng), median(lat)));
    }

    public LngLat origin() {
        return origin;
    }

    /**
     * Metres of many places.
     *
     * @throws UnusableInput when a place lies too far from the origin or is none; the message names it, from 1
     */
    public PlanarPoints project(double[] lng, double[] lat) {
        double[] x = new double[lng.length];
        double[] y = new double[lng.length];
        for (int i = 0; i < x.length; i++) {
            if (!(Math.abs(lng[i] - origin.lng()) <= REACH_DEGREES)
                    || !(Math.abs(lat[i] - origin.lat()) <= REACH_DEGREES)) {
                throw new UnusableInput("row " + (i + 1) + ": " + lng[i] + ", " + lat[i] + " lies more than "
                        + (int) REACH_DEGREES + " degrees from the middle of the data at " + origin.lng() + ", "
                        + origin.lat());
            }
            double t = conformal(lat[i]);
            double away = Math.toRadians(lng[i] - origin.lng());
            x[i] = easting(away, t);
            y[i] = northing(away, t) - originNorth;
        }
        return PlanarPoints.of(x, y);
    }

    /** The place of a point of this plane. */
    public LngLat unproject(double x, double y) {
        double north = (y + originNorth) / RADIUS;
        double east = x / RADIUS;
        double xi = north;
        double eta = east;
        for (int j = 1; j <= INVERSE.length; j++) {
            xi -= INVERSE[j - 1] * Math.sin(2 * j * north) * Math.cosh(2 * j * east);
            eta -= INVERSE[j - 1] * Math.cos(2 * j * north) * Math.sinh(2 * j * east);
        }
        double sinh = Math.sinh(eta);
        double t = Math.sin(xi) / Math.hypot(sinh, Math.cos(xi));
        double lng = origin.lng() + Math.toDegrees(Math.atan2(sinh, Math.cos(xi)));
        return new LngLat(lng, Math.toDegrees(geodetic(t)));
    }

    /** Relative error of lengths at the point farthest east or west. */
    public static double scaleError(PlanarPoints points) {
        double farthest = 0;
        for (int i = 0; i < points.size(); i++) {
            farthest = Math.max(farthest, Math.abs(points.x(i)));
        }
        return farthest * farthest / (2 * RADIUS * RADIUS);
    }

    /** Tangent of the conformal latitude. */
    private static double conformal(double lat) {
        double sin = Math.sin(Math.toRadians(lat));
        return Math.sinh(atanh(sin) - ECCENTRICITY * atanh(ECCENTRICITY * sin));
    }

    /** Geodetic latitude, radians, of a conformal one: a few steps that shrink the rest by the squared eccentricity. */
    private static double geodetic(double conformalTangent) {
        double isometric = asinh(conformalTangent);
        double sin = Math.tanh(isometric);
        for (int step = 0; step < 8; step++) {
            sin = Math.tanh(isometric + ECCENTRICITY * atanh(ECCENTRICITY * sin));
        }
        return Math.asin(sin);
    }

    private static double easting(double away, double t) {
        double xi = Math.atan2(t, Math.cos(away));
        double eta = asinh(Math.sin(away) / Math.hypot(t, Math.cos(away)));
        double sum = eta;
        for (int j = 1; j <= FORWARD.length; j++) {
            sum += FORWARD[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
        }
        return RADIUS * sum;
    }

    private static double northing(double away, double t) {
        double xi = Math.atan2(t, Math.cos(away));
        double eta = asinh(Math.sin(away) / Math.hypot(t, Math.cos(away)));
        double sum = xi;
        for (int j = 1; j <= FORWARD.length; j++) {
            sum += FORWARD[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
        }
        return RADIUS * sum;
    }

    private static double series(double first, double second, double third, double fourth) {
        return THIRD * (first + THIRD * (second + THIRD * (third + THIRD * fourth)));
    }

    private static double atanh(double value) {
        return Math.log1p(2 * value / (1 - value)) / 2;
    }

    private static double asinh(double value) {
        double size = Math.abs(value);
        return Math.copySign(Math.log1p(size + size * size / (1 + Math.sqrt(size * size + 1))), value);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
