package org.gridsight.app.cameras;

import java.time.Instant;
import java.util.UUID;

/**
 * The product's own right to measure pictures for maintenance, for one day. Only {@link Inspections} makes one, and not
 * before the line of the view register is written. It yields figures, never a picture.
 */
public final class InspectionGrant {

    private final UUID id;
    private final Instant expiresAt;

    InspectionGrant(UUID id, Instant expiresAt) {
        this.id = id;
        this.expiresAt = expiresAt;
    }

    UUID id() {
        return id;
    }

    boolean isGood(Instant now) {
        return now.isBefore(expiresAt);
    }
}
