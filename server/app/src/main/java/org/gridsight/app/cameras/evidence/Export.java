package org.gridsight.app.cameras.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A copy of a clip that somebody wants to take out of the house, and what became of the wish. */
record Export(
        UUID id,
        UUID clipId,
        State state,
        String purpose,
        String reason,
        Act requested,
        @Nullable Act decided,
        @Nullable String comment,
        @Nullable Made made,
        @Nullable String failure,
        int downloads) {

    /** From the wish to the end of the copy. */
    enum State {
        REQUESTED,
        REFUSED,
        MAKING,
        READY,
        FAILED,
        EXPIRED;

        /** While one is on its way or may be fetched, the clip stays. */
        boolean keepsClip() {
            return this == REQUESTED || this == MAKING || this == READY;
        }
    }

    /** Who did it and when. */
    record Act(String username, String name, Instant at) {}

    /**
     * The finished copy.
     *
     * @param masks the fingerprint of what is hidden in it, see {@code CopyDesk.Hidden}
     */
    record Made(Instant at, long bytes, String sha256, Instant expiresAt, String masks) {}
}
