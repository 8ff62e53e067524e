package org.gridsight.spatial;

/**
 * A place on the ground in CGCS2000 degrees (WGS 84 within a decimetre here), longitude first.
 * Coordinates of another system have another type, so that mixing them does not compile.
 */
public record LngLat(double lng, double lat) {

    /** Mean Earth radius of the IUGG, metres. */
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    public LngLat {
        if (!(lng >= -180 && lng <= 180)) {
            throw new IllegalArgumentException("longitude must lie in -180..180 degrees, was " + lng);
        }
        if (!(lat >= -90 && lat <= 90)) {
            throw new IllegalArgumentException("latitude must lie in -90..90 degrees, was " + lat);
        }
    }

    /** Great-circle distance in metres (haversine; within 0.6 % of the ellipsoid). */
    public double metresTo(LngLat other) {
        double dLat = Math.toRadians(other.lat - lat);
        double dLng = Math.toRadians(other.lng - lng);
        double h = square(Math.sin(dLat / 2))
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * square(Math.sin(dLng / 2));
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    /** Initial heading of the great circle to another place, degrees clockwise from north in 0..360; 0 for the same place. */
    public double headingTo(LngLat other) {
        double from = Math.toRadians(lat);
        double to = Math.toRadians(other.lat);
        double dLng = Math.toRadians(other.lng - lng);
        double east = Math.sin(dLng) * Math.cos(to);
        double north = Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(dLng);
        double degrees = Math.toDegrees(Math.atan2(east, north));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    /** The place reached by going straight on from here. */
    public LngLat moved(double headingDegrees, double metres) {
        double angle = metres / EARTH_RADIUS_METRES;
        double heading = Math.toRadians(headingDegrees);
        double from = Math.toRadians(lat);
        double sinTo = Math.sin(from) * Math.cos(angle) + Math.cos(from) * Math.sin(angle) * Math.cos(heading);
        double to = Math.asin(Math.max(-1, Math.min(1, sinTo)));
        double dLng = Math.atan2(
                Math.sin(heading) * Math.sin(angle) * Math.cos(from), Math.cos(angle) - Math.sin(from) * sinTo);
        double toLng = lng + Math.toDegrees(dLng);
        return new LngLat(toLng > 180 ? toLng - 360 : toLng < -180 ? toLng + 360 : toLng, Math.toDegrees(to));
    }

    private static double square(double value) {
        return value * value;
    }
}
