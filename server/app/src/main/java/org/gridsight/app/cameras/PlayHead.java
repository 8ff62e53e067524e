package org.gridsight.app.cameras;

import java.time.Instant;
import org.gridsight.media.AccessUnit;

/**
 * Which moment of a recording is on the screen. Devices disagree on whether their picture times run faster when a recording
 * is played faster, so both are measured: times that do run faster are believed, otherwise arrival times speed counts.
 * Not thread-safe.
 */
final class PlayHead {

    private static final long NANOS_PER_NINE_UNITS = 100_000;
    /** A longer hole between two pictures is a pause or a gap of the recording, not played time. */
    private static final long LONGEST_STEP_NANOS = 2_000_000_000L;

    private Instant anchor;
    private double speed = 1;
    private long toldNanos;
    private long arrivedNanos;
    private long lastTold90k;
    private long lastArrivedNanos;
    private boolean running;

    PlayHead(Instant at) {
        anchor = at;
    }

    /** Somewhere else from the next picture on. */
    void moveTo(Instant at) {
        anchor = at;
        toldNanos = 0;
        arrivedNanos = 0;
        running = false;
    }

    /** The next picture comes after a pause. */
    void hold() {
        moveTo(at());
    }

    void speed(double wanted) {
        moveTo(at());
        speed = wanted;
    }

    double speed() {
        return speed;
    }

    void picture(AccessUnit unit) {
        if (running) {
            long told = (unit.time90k() - lastTold90k) * NANOS_PER_NINE_UNITS / 9;
            long arrived = unit.arrivedNanos() - lastArrivedNanos;
            if (Math.abs(told) <= LONGEST_STEP_NANOS) {
                toldNanos += told;
            }
            arrivedNanos += Math.min(arrived, LONGEST_STEP_NANOS);
        }
        running = true;
        lastTold90k = unit.time90k();
        lastArrivedNanos = unit.arrivedNanos();
    }

    Instant at() {
        // at the usual speed, and where a device's own times run about that much faster, they are the recording's
        boolean runsAlong = speed == 1 || toldNanos > arrivedNanos * (1 + speed) / 2;
        return anchor.plusNanos(Math.max(0, runsAlong ? toldNanos : (long) (arrivedNanos * speed)));
    }
}
