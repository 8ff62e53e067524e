package org.gridsight.spatial;

/** A rectangle in CGCS2000 degrees, borders included. It does not cross the date line. */
public record Box(double west, double south, double east, double north) {

    private static final double METRES_PER_DEGREE = 111_195;

    public Box {
        if (!(west <= east && south <= north)) {
            throw new IllegalArgumentException(
                    "box must be west,south,east,north, was " + west + "," + south + "," + east + "," + north);
        }
    }

    /** The box that holds the circle around a place; slightly larger near its corners. */
    public static Box around(LngLat centre, double radiusMetres) {
        double dLat = radiusMetres / METRES_PER_DEGREE;
        double dLng = dLat / Math.max(0.01, Math.cos(Math.toRadians(centre.lat())));
        return new Box(centre.lng() - dLng, centre.lat() - dLat, centre.lng() + dLng, centre.lat() + dLat);
    }

    public boolean contains(LngLat place) {
        return place.lng() >= west && place.lng() <= east && place.lat() >= south && place.lat() <= north;
    }

    public boolean intersects(Box other) {
        return other.west <= east && other.east >= west && other.south <= north && other.north >= south;
    }
}
