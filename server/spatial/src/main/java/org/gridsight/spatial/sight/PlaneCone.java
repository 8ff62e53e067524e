package org.gridsight.spatial.sight;

import org.locationtech.jts.geom.Coordinate;

/**
 * A view cone in metres: bearing clockwise from the plane's north, a field of view of 360 degrees is the whole circle.
 * The apex counts as seen.
 */
public record PlaneCone(Coordinate apex, double bearingDegrees, double fieldOfViewDegrees, double rangeMetres) {

    private static final double MAX_RANGE_METRES = 50_000;

    public PlaneCone {
        if (!(Double.isFinite(apex.x) && Double.isFinite(apex.y))) {
            throw new IllegalArgumentException("apex must have finite metres, was " + apex);
        }
        if (!Double.isFinite(bearingDegrees)) {
            throw new IllegalArgumentException("heading must be a number of degrees, was " + bearingDegrees);
        }
        if (!(fieldOfViewDegrees > 0 && fieldOfViewDegrees <= 360)) {
            throw new IllegalArgumentException(
                    "field of view must be above 0 and at most 360 degrees, was " + fieldOfViewDegrees);
        }
        if (!(rangeMetres > 0 && rangeMetres <= MAX_RANGE_METRES)) {
            throw new IllegalArgumentException("range must be above 0 m and at most 50,000 m, was " + rangeMetres);
        }
        apex = new Coordinate(apex.x, apex.y);
        double turned = bearingDegrees % 360;
        bearingDegrees = turned < 0 ? turned + 360 : turned;
    }

    /** A copy: coordinates can be changed. */
    @Override
    public Coordinate apex() {
        return apex.copy();
    }

    public boolean contains(Coordinate place) {
        double metres = apex.distance(place);
        return metres == 0 || (metres <= rangeMetres && degreesOffAxis(place) <= fieldOfViewDegrees / 2);
    }

    /** Angle between the bearing and the place, 0..180. */
    public double degreesOffAxis(Coordinate place) {
        double bearing = Math.toDegrees(Math.atan2(place.x - apex.x, place.y - apex.y));
        double off = Math.abs(bearing - bearingDegrees) % 360;
        return off > 180 ? 360 - off : off;
    }

    /** What is left of the cone when buildings hide what lies behind them. */
    public VisibleArea clippedBy(Buildings buildings) {
        return VisibleArea.of(this, buildings);
    }
}
