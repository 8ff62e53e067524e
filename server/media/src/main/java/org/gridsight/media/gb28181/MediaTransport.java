package org.gridsight.media.gb28181;

/** How the pictures come from the device. */
public enum MediaTransport {
    /** The device connects to us; the default, nothing is lost and it passes their routers. */
    TCP_PASSIVE,
    /** We connect to the device. */
    TCP_ACTIVE,
    /** Datagrams; a lost one costs the pictures up to the next key picture. */
    UDP
}
