package org.gridsight.spatial.sight;

import java.util.ArrayList;
import java.util.List;
import org.gridsight.spatial.LngLat;

/**
 * The part of the ground a camera looks at when nothing stands in between: a sector of a circle. Heading is clockwise
 * from north; a field of view of 360 degrees is the whole circle. The camera's own place counts as seen.
 */
public record ViewCone(LngLat camera, double headingDegrees, double fieldOfViewDegrees, double rangeMetres) {

    private static final double MAX_RANGE_METRES = 50_000;
    private static final double ARC_STEP_DEGREES = 5;

    public ViewCone {
        if (!Double.isFinite(headingDegrees)) {
            throw new IllegalArgumentException("heading must be a number of degrees, was " + headingDegrees);
        }
        if (!(fieldOfViewDegrees > 0 && fieldOfViewDegrees <= 360)) {
            throw new IllegalArgumentException(
                    "field of view must be above 0 and at most 360 degrees, was " + fieldOfViewDegrees);
        }
        if (!(rangeMetres > 0 && rangeMetres <= MAX_RANGE_METRES)) {
            throw new IllegalArgumentException("range must be above 0 m and at most 50,000 m, was " + rangeMetres);
        }
        double turned = headingDegrees % 360;
        headingDegrees = turned < 0 ? turned + 360 : turned;
    }

    public boolean contains(LngLat place) {
        double metres = camera.metresTo(place);
        return metres == 0 || (metres <= rangeMetres && degreesOffAxis(place) <= fieldOfViewDegrees / 2);
    }

    /** Angle between the heading and the place, 0..180. */
    public double degreesOffAxis(LngLat place) {
        double off = Math.abs(camera.headingTo(place) - headingDegrees);
        return off > 180 ? 360 - off : off;
    }

    /** The same cone in metres. */
    public PlaneCone in(GroundPlane plane) {
        return new PlaneCone(
                plane.toMetres(camera), plane.bearingDegrees(camera, headingDegrees), fieldOfViewDegrees, rangeMetres);
    }

    /** What is left of the cone when buildings hide what lies behind them. */
    public VisibleArea clippedBy(Buildings buildings) {
        return in(buildings.plane()).clippedBy(buildings);
    }

    /** The closed border of the cone, counter-clockwise as GeoJSON wants it; first and last place are the same. */
    public List<LngLat> ring() {
        boolean circle = fieldOfViewDegrees == 360;
        int steps = Math.max(2, (int) Math.ceil(fieldOfViewDegrees / ARC_STEP_DEGREES));
        double right = headingDegrees + fieldOfViewDegrees / 2;
        List<LngLat> ring = new ArrayList<>(steps + 3);
        if (!circle) {
            ring.add(camera);
        }
        for (int step = 0; step < (circle ? steps : steps + 1); step++) {
            ring.add(camera.moved(right - fieldOfViewDegrees * step / steps, rangeMetres));
        }
        ring.add(ring.get(0));
        return List.copyOf(ring);
    }
}
