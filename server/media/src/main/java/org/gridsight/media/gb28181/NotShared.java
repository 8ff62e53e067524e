package org.gridsight.media.gb28181;

/** An upper platform asked for what it may not have; the reason is the SIP status it is answered with. */
public final class NotShared extends Exception {

    /** Why not. */
    public enum Reason {
        /** Not on the list, or no such channel: the same answer, so that nobody learns what else there is. */
        UNKNOWN(404),
        /** On the list, but its raw pictures, or turning it, are not. */
        FORBIDDEN(403),
        /** It could not be done now. */
        UNAVAILABLE(480);

        private final int status;

        Reason(int status) {
            this.status = status;
        }
    }

    private final Reason reason;

    public NotShared(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    int status() {
        return reason.status;
    }
}
