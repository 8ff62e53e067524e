package org.gridsight.gisdata.crs;

/**
 * A coordinate system we do not know, or a coordinate it cannot hold. The message names the value. It carries no stack:
 * an import may meet thousands of bad rows.
 */
public final class CrsRefused extends IllegalArgumentException {

    /** What was wrong, for callers that answer with a code. */
    public enum Reason {
        UNKNOWN_SYSTEM,
        BAD_COORDINATE
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    CrsRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
