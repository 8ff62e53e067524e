package org.gridsight.media.analysis;

import org.gridsight.media.MediaFault;

/** Why no still came; completes a future, is never thrown across a border. */
public final class DecoderFailed extends Exception {

    private final transient MediaFault fault;

    DecoderFailed(String code, String detail) {
        super(code + ": " + detail);
        this.fault = new MediaFault(code, detail);
    }

    public MediaFault fault() {
        return fault;
    }
}
