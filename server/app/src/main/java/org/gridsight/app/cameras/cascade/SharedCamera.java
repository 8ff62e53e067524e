package org.gridsight.app.cameras.cascade;

/**
 * A camera on the list of an upper platform, and what the platform may do with it.
 *
 * @param channelId the 20 digits it has there
 * @param live whether it may be watched
 * @param playback whether what its device has recorded may be listed and watched
 * @param control whether it may be turned, and its stored directions called, stored and deleted
 */
record SharedCamera(String cameraId, String channelId, boolean live, boolean playback, boolean control) {

    /** Whether the other grants all that this one does, of the same camera under the same digits. */
    boolean isKeptBy(SharedCamera other) {
        return cameraId.equals(other.cameraId)
                && channelId.equals(other.channelId)
                && (other.live || !live)
                && (other.playback || !playback);
    }
}
