package org.gridsight.app.cameras;

/** Whether a camera can be turned. */
enum CameraKind {
    FIXED,
    PTZ
}
