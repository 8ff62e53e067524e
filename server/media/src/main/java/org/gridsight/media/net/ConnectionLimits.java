package org.gridsight.media.net;

import java.time.Duration;

/**
 * The bounds of a connection.
 *
 * @param connect how long it may take to come to be
 * @param idle how long nothing may be heard before it is closed; zero for no limit
 * @param queuedBytes how much may wait to be written
 * @param receiveBuffer bytes the kernel should hold for it; zero for the system's own choice
 */
public record ConnectionLimits(Duration connect, Duration idle, int queuedBytes, int receiveBuffer) {

    /** Five seconds to connect, silence for ten, 256 KB to be written. */
    public static final ConnectionLimits USUAL =
            new ConnectionLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), 256 * 1024, 0);

    /** The same with another limit for silence. */
    public ConnectionLimits withIdle(Duration limit) {
        return new ConnectionLimits(connect, limit, queuedBytes, receiveBuffer);
    }
}
