package org.gridsight.app.incidents.amendments;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.gridsight.app.incidents.CaseField;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's changes to one case.
 *
 * @param merged what could be changed at once
 * @param kept what somebody else had changed meanwhile: both values stand until they are decided on
 */
record Amendment(
        UUID id,
        long incidentSeq,
        String author,
        String authorName,
        long baseVersion,
        Map<CaseField, Values> merged,
        Map<CaseField, Values> kept,
        Told told,
        Instant receivedAt,
        State state,
        @Nullable Decision decision) {

    /** OPEN while a duty officer has to decide. */
    enum State {
        MERGED,
        OPEN,
        DECIDED
    }

    /** Whose value is taken: the author's, or the one that stands in the case. */
    enum Take {
        MINE,
        THEIRS
    }

    /** Of one field: as the author saw it, as the author wants it, as it was when that came here. */
    record Values(String base, String mine, String theirs) {}

    /** What came along; the times are the device's. */
    record Told(
            @Nullable String reason,
            @Nullable Instant deviceAt,
            @Nullable Long clockSkewSeconds) {}

    /** Who decided, when, and whose value of each field. */
    record Decision(String by, String byName, Instant at, Map<CaseField, Take> taken) {}

    Amendment {
        merged = Map.copyOf(merged);
        kept = Map.copyOf(kept);
    }
}
