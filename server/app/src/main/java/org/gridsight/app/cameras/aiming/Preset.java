package org.gridsight.app.cameras.aiming;

import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.ViewCone;

/**
 * A direction that is stored in the camera itself under a number, and which way it looks, as somebody has read off the
 * map.
 *
 * @param bearing clockwise from north, degrees
 */
public record Preset(int number, String name, double bearing, double fieldOfView) {

    /** Angle between its direction and a place, 0..180. */
    double degreesOff(ViewCone head, LngLat place) {
        return view(head).degreesOffAxis(place);
    }

    /** Whether a place lies between the borders of its picture. */
    boolean frames(ViewCone head, LngLat place) {
        return degreesOff(head, place) <= fieldOfView / 2;
    }

    private ViewCone view(ViewCone head) {
        return new ViewCone(head.camera(), bearing, fieldOfView, head.rangeMetres());
    }
}
