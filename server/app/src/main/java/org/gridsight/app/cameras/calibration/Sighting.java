package org.gridsight.app.cameras.calibration;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.cameras.CameraPose;
import org.gridsight.spatial.LngLat;
import org.locationtech.jts.geom.Coordinate;

/**
 * The place that a spot in the picture shows.
 *
 * @param location empty where the picture shows no ground, or ground too far away to name a place on it
 * @param accuracyMetres the place lies within this in about 95 of 100 cases, if the ground is flat
 * @param stale the camera has moved since it was calibrated
 */
record Sighting(
        Outcome outcome,
        Optional<Spot> location,
        Optional<Double> accuracyMetres,
        Optional<Double> distanceMetres,
        Optional<String> gridCode,
        Optional<String> gridName,
        boolean stale) {

    /** What the spot shows. */
    enum Outcome {
        GROUND,
        /** At or above the horizon: no ground there. */
        SKY,
        /** Ground so far away that a pixel spans too much of it. */
        FAR
    }

    /** A GeoJSON point. */
    record Spot(List<Double> coordinates) {

        @JsonProperty
        String type() {
            return "Point";
        }
    }

    static Outcome outcomeOf(PictureGround ground, Coordinate pixel) {
        Optional<Double> accuracy = ground.accuracy().metresAt(pixel);
        if (accuracy.isEmpty()) {
            return Outcome.SKY;
        }
        return accuracy.get() > PictureGround.WORST_ACCURACY_METRES ? Outcome.FAR : Outcome.GROUND;
    }

    static Optional<Double> distance(CameraPose pose, Optional<LngLat> place) {
        return pose.place().flatMap(from -> place.map(to -> CalibrationRequest.metres(from, to)));
    }
}
