package org.gridsight.media.gb28181;

/** What became of an order to a device. */
public enum CommandResult {
    /** The device said 200; whether it does it, only the picture shows. */
    TAKEN,
    REFUSED,
    NO_ANSWER,
    NOT_REGISTERED
}
