package org.gridsight.app.dispatch;

import java.time.Duration;
import java.time.Instant;
import org.gridsight.spatial.LngLat;

/**
 * Where a worker on duty was, and when by the server's reckoning. {@code accuracyMetres} is NaN when not told.
 */
record Fix(String workerId, LngLat place, double accuracyMetres, Instant at) {

    static Fix of(String workerId, Position position) {
        return new Fix(workerId, position.place(), position.accuracyMetres(), position.at());
    }

    /** The same fix, at most as young as now: a device whose clock runs ahead does not look fresher than it is. */
    Fix notAfter(Instant now) {
        return at.isAfter(now) ? new Fix(workerId, place, accuracyMetres, now) : this;
    }

    Duration age(Instant now) {
        return at.isAfter(now) ? Duration.ZERO : Duration.between(at, now);
    }

    boolean isFresh(Instant now, Duration maxAge) {
        return age(now).compareTo(maxAge) <= 0;
    }
}
