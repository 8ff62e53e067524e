package org.gridsight.media.ps;

/** What devices do where a picture ends. Some do it inside pictures too, so none is believed before it has been shown right. */
enum EndSign {
    /** The marker of the RTP packet, or the end of the container's packet. */
    MARKER,
    /** The RTP timestamp changes. */
    TIMESTAMP
}
