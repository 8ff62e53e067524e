package org.gridsight.media.gb28181;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells {@link DeviceEvents} in order, in a thread of its own, so that a slow database never delays a device. */
final class DeviceTeller implements AutoCloseable {

    private static final int MAX_WAITING = 50_000;
    private static final int TRIES = 3;

    private final DeviceEvents events;
    private final Faults faults;
    private final ThreadPoolExecutor thread;

    DeviceTeller(DeviceEvents events, Faults faults) {
        this.events = events;
        this.faults = faults;
        thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MAX_WAITING),
                task -> SipThread.daemon(task, "gridsight-devices"),
                (task, pool) -> faults.count("sip-event-dropped"));
    }

    void tell(Consumer<DeviceEvents> what) {
        thread.execute(() -> {
            try {
                what.accept(events);
            } catch (RuntimeException e) {
                faults.count("sip-listener-failed");
            }
        });
    }

    /** For what may be told more than once: a listener whose database was busy for a moment must not miss it. */
    void tellSurely(Consumer<DeviceEvents> what) {
        tell(listener -> {
            for (int tries = 1; tries < TRIES; tries++) {
                try {
                    what.accept(listener);
                    return;
                } catch (RuntimeException e) {
                    faults.count("sip-listener-tried-again");
                }
            }
            what.accept(listener);
        });
    }

    @Override
    public void close() {
        SipThread.close(thread);
    }
}
