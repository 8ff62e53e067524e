package org.gridsight.app.cameras.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.GroundPlane;
import org.gridsight.spatial.sight.Homography;
import org.gridsight.spatial.sight.PairFault;
import org.gridsight.spatial.sight.PictureFrame;
import org.gridsight.spatial.sight.PlaceAccuracy;
import org.gridsight.spatial.sight.PointPair;
import org.locationtech.jts.geom.Coordinate;

/** A picture laid on flat ground: what its pairs make of it. The plane lies around the middle of the pairs. */
record PictureGround(
        PictureFrame frame, List<CalibrationPair> pairs, GroundPlane plane, Homography map, PlaceAccuracy accuracy) {

    /** A place that may be farther off than this is no place to send anybody. */
    static final double WORST_ACCURACY_METRES = 100;

    /** Deviation of a careful click by this share of the picture's width; never less than a pixel. */
    private static final double CLICK_SHARE = 1 / 800.0;

    static PictureGround of(PictureFrame frame, List<CalibrationPair> pairs) {
        GroundPlane plane = planeOf(pairs);
        Homography map = Homography.of(pointPairs(pairs, plane));
        double click = Math.max(1, CLICK_SHARE * frame.width());
        return new PictureGround(frame, List.copyOf(pairs), plane, map, PlaceAccuracy.of(map, click));
    }

    /** What keeps these pairs from being a calibration. */
    static Optional<PairFault> faultOf(List<CalibrationPair> pairs) {
        return Homography.faultOf(pairs.isEmpty() ? List.of() : pointPairs(pairs, planeOf(pairs)));
    }

    private static GroundPlane planeOf(List<CalibrationPair> pairs) {
        return GroundPlane.around(new LngLat(
                pairs.stream().mapToDouble(pair -> pair.place().lng()).average().orElse(0),
                pairs.stream().mapToDouble(pair -> pair.place().lat()).average().orElse(0)));
    }

    private static List<PointPair> pointPairs(List<CalibrationPair> pairs, GroundPlane plane) {
        return pairs.stream()
                .map(pair -> new PointPair(new Coordinate(pair.x(), pair.y()), plane.toMetres(pair.place())))
                .toList();
    }

    /** The place that a pixel shows; empty above the horizon. */
    Optional<LngLat> placeOf(Coordinate pixel) {
        return map.ground(pixel).map(plane::toPlace);
    }

    boolean isMirrored() {
        return map.isMirrored();
    }

    /** The ring of the ground that the picture shows, degrees, longitude first. */
    List<List<Double>> shown() {
        List<List<Double>> ring = new ArrayList<>();
        for (Coordinate corner : map.shown(frame)) {
            LngLat place = plane.toPlace(corner);
            ring.add(List.of(place.lng(), place.lat()));
        }
        return List.copyOf(ring);
    }
}
