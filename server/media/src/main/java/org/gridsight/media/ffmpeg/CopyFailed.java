package org.gridsight.media.ffmpeg;

import org.gridsight.media.MediaFault;

/** Why a copy was not made. */
public final class CopyFailed extends Exception {

    private final transient MediaFault fault;

    CopyFailed(String code, String detail) {
        super(code + ": " + detail);
        this.fault = new MediaFault(code, detail);
    }

    public MediaFault fault() {
        return fault;
    }
}
