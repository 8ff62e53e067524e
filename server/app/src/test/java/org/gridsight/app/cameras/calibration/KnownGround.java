package org.gridsight.app.cameras.calibration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.GroundPlane;
import org.locationtech.jts.geom.Coordinate;

/** A camera without a lens, 8 m above the ground at 117.91, 35.81, looking 30 degrees east of north and 20 down. */
final class KnownGround {

    private static final double HEIGHT = 8;
    private static final double HEADING = Math.toRadians(30);
    private static final double TILT = Math.toRadians(20);
    private static final double FOCAL = 1_400;
    private static final double[][] AHEAD = {
        {-6, 14}, {7, 15}, {12, 30}, {-11, 29}, {1, 20}, {-4, 45}, {9, 42}, {3, 16}, {-8, 22}, {5, 34}, {0, 27},
        {-2, 38}
    };

    private final GroundPlane plane = GroundPlane.around(new LngLat(117.91, 35.81));

    double horizonRow() {
        return 540 - FOCAL * Math.tan(TILT);
    }

    /** The first pairs of up to twelve. */
    List<Map<String, Object>> pairs(int count) {
        List<Map<String, Object>> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pairs.add(pair(AHEAD[i][0], AHEAD[i][1]));
        }
        return pairs;
    }

    /** Four, of which the first three lie on a line. */
    List<Map<String, Object>> threeInALine() {
        return List.of(pair(-4, 20), pair(0, 24), pair(4, 28), pair(5, 18));
    }

    /** A spot so many metres to the right of the line of sight and ahead of the pole. */
    Map<String, Object> pair(double right, double ahead) {
        double depth = ahead * Math.cos(TILT) + HEIGHT * Math.sin(TILT);
        double down = HEIGHT * Math.cos(TILT) - ahead * Math.sin(TILT);
        LngLat place = plane.toPlace(new Coordinate(
                right * Math.cos(HEADING) + ahead * Math.sin(HEADING),
                ahead * Math.cos(HEADING) - right * Math.sin(HEADING)));
        return new HashMap<>(Map.of(
                "x",
                960 + FOCAL * right / depth,
                "y",
                540 + FOCAL * down / depth,
                "lng",
                place.lng(),
                "lat",
                place.lat()));
    }
}
