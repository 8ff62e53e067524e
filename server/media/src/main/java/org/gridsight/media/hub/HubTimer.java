package org.gridsight.media.hub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Time as the hubs see it, so that tests can let it pass. */
public interface HubTimer {

    /** As {@link System#nanoTime()}, the clock of {@link org.gridsight.media.AccessUnit#arrivedNanos()}. */
    long nanos();

    /** The wall clock, for the step log. */
    Instant now();

    /** Runs something after a while, on a thread of its own choice; answers how to call it off. */
    Runnable after(Duration delay, Runnable work);

    /** The real time. What the work throws is lost, so it must not throw. */
    static HubTimer of(ScheduledExecutorService scheduler, Clock clock) {
        return new HubTimer() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public Runnable after(Duration delay, Runnable work) {
                Future<?> future = scheduler.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
                return () -> future.cancel(false);
            }
        };
    }
}
