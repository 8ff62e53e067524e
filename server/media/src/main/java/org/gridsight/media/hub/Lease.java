package org.gridsight.media.hub;

import java.util.concurrent.atomic.AtomicBoolean;

/** A claim on a hub; given back once, however often it is closed. */
public final class Lease implements AutoCloseable {

    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Runnable back;

    Lease(Runnable back) {
        this.back = back;
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            back.run();
        }
    }
}
