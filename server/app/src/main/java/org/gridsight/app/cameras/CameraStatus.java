package org.gridsight.app.cameras;

/** Whether a camera answers. On a real network a third does not: that is a state to show, not an alarm. */
public enum CameraStatus {
    ONLINE,
    OFFLINE,
    NEVER_CONNECTED
}
