package org.gridsight.app.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.GroundPlane;
import org.locationtech.jts.geom.Coordinate;

/** A camera without a lens, 8 m above flat ground, looking 20 degrees down: which pixel shows which place is known. */
public final class KnownGround {

    private static final double HEIGHT = 8;
    private static final double TILT = Math.toRadians(20);
    private static final double FOCAL_SHARE = 1_400 / 1_920.0;
    private static final double[][] AHEAD = {
        {-6, 14}, {7, 15}, {12, 30}, {-11, 29}, {1, 20}, {-4, 45}, {9, 42}, {3, 16}, {-8, 22}, {5, 34}, {0, 27},
        {-2, 38}
    };

    private final GroundPlane plane;
    private final double heading;
    private final double width;
    private final double height;

    public KnownGround(LngLat foot, double headingDegrees, double width, double height) {
        this.plane = GroundPlane.around(foot);
        this.heading = Math.toRadians(headingDegrees);
        this.width = width;
        this.height = height;
    }

    public double horizonRow() {
        return height / 2 - FOCAL_SHARE * width * Math.tan(TILT);
    }

    /** The first pairs of up to twelve, as a request has them: x, y, lng, lat. */
    public List<Map<String, Object>> pairs(int count) {
        List<Map<String, Object>> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pairs.add(pair(AHEAD[i][0], AHEAD[i][1]));
        }
        return pairs;
    }

    /** Four, of which the first three lie on a line. */
    public List<Map<String, Object>> threeInALine() {
        return List.of(pair(-4, 20), pair(0, 24), pair(4, 28), pair(5, 18));
    }

    /** A spot so many metres to the right of the line of sight and ahead of the pole. */
    private Map<String, Object> pair(double right, double ahead) {
        double depth = ahead * Math.cos(TILT) + HEIGHT * Math.sin(TILT);
        double down = HEIGHT * Math.cos(TILT) - ahead * Math.sin(TILT);
        LngLat place = plane.toPlace(new Coordinate(
                right * Math.cos(heading) + ahead * Math.sin(heading),
                ahead * Math.cos(heading) - right * Math.sin(heading)));
        return new HashMap<>(Map.of(
                "x",
                width / 2 + FOCAL_SHARE * width * right / depth,
                "y",
                height / 2 + FOCAL_SHARE * width * down / depth,
                "lng",
                place.lng(),
                "lat",
                place.lat()));
    }
}
