package org.gridsight.app.cameras.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time at which the disk for clips had less room than its floor.
 *
 * @param overAt null while it lasts
 * @param incidentId the case that tells of it; null while no place is set up where it could lie
 */
record DiskShortage(
        UUID id,
        Instant since,
        @Nullable Instant overAt,
        @Nullable UUID incidentId,
        @Nullable Instant reportedAt) {

    static DiskShortage begun(Instant now) {
        return new DiskShortage(UUID.randomUUID(), now, null, null, null);
    }

    boolean lasts() {
        return overAt == null;
    }

    DiskShortage over(Instant now) {
        return new DiskShortage(id, since, now, incidentId, reportedAt);
    }

    /** It is there again before anybody has closed its case. */
    DiskShortage again() {
        return new DiskShortage(id, since, null, incidentId, reportedAt);
    }

    DiskShortage reported(UUID incident, Instant now) {
        return new DiskShortage(id, since, overAt, incident, now);
    }
}
