package org.gridsight.media.net;

import java.io.IOException;

/** Something a loop watches. All calls come in the loop's thread. */
interface LoopChannel {

    /** The selector found these operations possible. */
    void ready(int operations) throws IOException;

    /** Frees the socket and tells the handler, once. */
    void shut(CloseCause cause);

    /** Closes itself when a time limit has passed. */
    void checkTime(long nowNanos);
}
