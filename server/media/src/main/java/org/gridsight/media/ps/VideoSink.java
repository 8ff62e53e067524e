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

    /** No time is written here. */
    long NO_TIME = -1;
}
