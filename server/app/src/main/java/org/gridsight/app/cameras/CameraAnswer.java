package org.gridsight.app.cameras;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Point;

/** One camera as a GeoJSON feature that also shows on top what a client needs for its next change. */
record CameraAnswer(
        String id, long version, CameraStatus status, Optional<PointShape> geometry, CameraView properties) {

    /** A GeoJSON point. */
    record PointShape(List<Double> coordinates) {

        @JsonProperty
        String type() {
            return "Point";
        }

        static PointShape from(Point place) {
            return new PointShape(List.of(place.getX(), place.getY()));
        }
    }

    static CameraAnswer from(Camera camera) {
        CameraView view = camera.view();
        return new CameraAnswer(
                view.id(), view.version(), view.status(), camera.location().map(PointShape::from), view);
    }

    @JsonProperty
    String type() {
        return "Feature";
    }
}
