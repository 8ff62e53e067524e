package org.gridsight.app.cameras.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A legal hold: while it is in force the clip is not deleted, whatever else is due. */
record Hold(
        UUID id,
        UUID clipId,
        String reason,
        String setBy,
        String setByName,
        Instant setAt,
        @Nullable String releaseReason,
        @Nullable String releasedBy,
        @Nullable String releasedByName,
        @Nullable Instant releasedAt) {

    /** As the outside sees it. */
    record View(
            UUID id,
            String reason,
            String setByName,
            Instant setAt,
            @Nullable String releaseReason,
            @Nullable String releasedByName,
            @Nullable Instant releasedAt) {}

    boolean isInForce() {
        return releasedAt == null;
    }

    View view() {
        return new View(id, reason, setByName, setAt, releaseReason, releasedByName, releasedAt);
    }
}
