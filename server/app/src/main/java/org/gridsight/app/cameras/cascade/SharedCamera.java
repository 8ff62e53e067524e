package org.gridsight.app.cameras.cascade;

/**
 * A camera on the list of an upper platform.
 *
 * @param channelId the 20 digits it has there
 * @param ptz whether it may be turned from above
 */
record SharedCamera(String cameraId, String channelId, boolean ptz) {}
