package org.gridsight.media.hub;

/** The far end of a viewer, such as a WebSocket. */
@FunctionalInterface
public interface ViewerSink {

    /**
     * Something waits where nothing did: {@link Viewer#poll()} until it answers null. Called once until then, from a thread
     * of the source or of who joins; it must return quickly and never wait for the network.
     */
    void ready(Viewer viewer);
}
