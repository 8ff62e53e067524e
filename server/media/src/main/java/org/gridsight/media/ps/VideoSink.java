package org.gridsight.media.ps;

import org.gridsight.media.MediaFault;

/** Takes the video that a parser finds in its container. */
interface VideoSink {

    /**
     * A piece of the elementary stream, lent for this call.
     *
     * @param pts presentation time of the picture that begins with this piece, 33 bits, or {@link #NO_TIME}
     */
    void video(byte[] data, int from, int to, long pts);

    /** The picture so far is whole: the container says so. */
    void pictureEnd();

    /** Bytes of the picture so far are missing. */
    void broken(MediaFault why);

    /** Something was skipped that hurts no picture. */
    void fault(MediaFault fault);

    /** Whether sound is wanted; else it is skipped unread. */
    default boolean wantsSound() {
        return false;
    }

    /** A piece of the sound, lent for this call. */
    default void sound(byte[] data, int from, int to) {
        // most have no use for it
    }

    /** What the map of the program stream says the sound is (its stream_type). */
    default void soundType(int type) {
        // most have no use for it
    }

    /** No time is written here. */
    long NO_TIME = -1;
}
