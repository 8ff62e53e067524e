package org.gridsight.app.cameras;

import java.util.Optional;
import org.gridsight.spatial.LngLat;

/**
 * Where a camera stands and which way it looks, as the registry says now.
 *
 * @param turns its picture shows other ground from one minute to the next
 */
public record CameraPose(
        String cameraId,
        String gridCode,
        boolean turns,
        Optional<LngLat> place,
        double headingDegrees,
        double rangeMetres) {

    static CameraPose from(Camera camera) {
        CameraView view = camera.view();
        return new CameraPose(
                camera.cameraId(),
                camera.gridCode(),
                camera.kind() == CameraKind.PTZ,
                camera.location().map(point -> new LngLat(point.getX(), point.getY())),
                view.heading(),
                view.rangeMetres());
    }
}
