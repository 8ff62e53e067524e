package org.gridsight.app.cameras;

import org.gridsight.spatial.sight.ViewCone;

/** A camera to be registered; {@code cameraId} is its 20-digit GB/T 28181 id or our own. {@code source}: rtsp or gb28181. */
public record NewCamera(
        String cameraId, String name, String gridCode, ViewCone cone, CameraStatus status, String source) {}
