package org.gridsight.media.net;

import java.nio.ByteBuffer;

/** What happens on one TCP connection, told in the thread of its loop. */
public interface ConnectionHandler {

    /** The connection stands; not called for one that never came to be. */
    default void opened(Connection connection) {}

    /** Bytes have come. The buffer is the loop's own: what is not taken out of it during this call is gone. */
    void readable(Connection connection, ByteBuffer bytes);

    /** What was queued for writing is written. */
    default void writable(Connection connection) {}

    /** It is over; told once, and nothing follows. */
    void closed(Connection connection, CloseCause cause);
}
