package org.gridsight.spatial.sight;

import org.locationtech.jts.geom.Coordinate;

/** The same spot in the picture, in pixels to the right and down, and on the ground, in metres of a plane. */
public record PointPair(Coordinate pixel, Coordinate ground) {

    public PointPair {
        pixel = finite("pixel", pixel);
        ground = finite("ground", ground);
    }

    private static Coordinate finite(String name, Coordinate point) {
        if (!(Math.abs(point.x) <= 1e8 && Math.abs(point.y) <= 1e8)) {
            throw new IllegalArgumentException(
                    name + " must be numbers between -1e8 and 1e8, was " + point.x + ", " + point.y);
        }
        return new Coordinate(point.x, point.y);
    }

    /** A copy: coordinates can be changed. */
    @Override
    public Coordinate pixel() {
        return pixel.copy();
    }

    /** A copy: coordinates can be changed. */
    @Override
    public Coordinate ground() {
        return ground.copy();
    }
}
