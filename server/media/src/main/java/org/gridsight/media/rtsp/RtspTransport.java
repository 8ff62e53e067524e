package org.gridsight.media.rtsp;

/** How the packets travel. */
public enum RtspTransport {
    /** Inside the RTSP connection: passes every firewall, loses nothing. */
    TCP,
    /** Beside it, on a pair of ports of their own. */
    UDP
}
