package org.gridsight.media.net;

import org.gridsight.media.MediaFault;

/** An address that may not be called, with the reason as a fault that names no address. */
public final class RefusedAddress extends Exception {

    private final MediaFault fault;

    public RefusedAddress(String code, String detail) {
        super(code + ": " + detail);
        fault = new MediaFault(code, detail);
    }

    /** Why, for people and counters. */
    public MediaFault fault() {
        return fault;
    }
}
