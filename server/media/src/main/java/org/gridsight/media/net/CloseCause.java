package org.gridsight.media.net;

/** Why a connection is over. */
public enum CloseCause {
    /** We closed it, or its loop ended. */
    LOCAL,
    /** The other side ended it in order. */
    PEER,
    /** The network broke it: reset, unreachable, no route. */
    BROKEN,
    /** It never came to be: refused or unreachable. */
    REFUSED,
    /** It did not come to be in time. */
    CONNECT_TIMEOUT,
    /** Nothing was heard for longer than its limit. */
    IDLE,
    /** Its handler threw: our bug, counted by the loop. */
    HANDLER_FAILED
}
