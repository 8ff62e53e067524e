package org.gridsight.app.cameras.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export as the outside sees it.
 *
 * @param url where the requester fetches the copy, given a ticket; null while there is none
 */
record ExportView(
        UUID id,
        UUID clipId,
        Export.State state,
        String purpose,
        String reason,
        String requestedBy,
        String requestedByName,
        Instant requestedAt,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        @Nullable String comment,
        @Nullable Instant madeAt,
        @Nullable Long bytes,
        @Nullable String sha256,
        @Nullable Instant expiresAt,
        @Nullable String failure,
        int downloads,
        @Nullable String url) {

    static ExportView of(Export export) {
        Export.Act decided = export.decided();
        Export.Made made = export.made();
        boolean ready = export.state() == Export.State.READY;
        return new ExportView(
                export.id(),
                export.clipId(),
                export.state(),
                export.purpose(),
                export.reason(),
                export.requested().username(),
                export.requested().name(),
                export.requested().at(),
                decided == null ? null : decided.name(),
                decided == null ? null : decided.at(),
                export.comment(),
                made == null ? null : made.at(),
                made == null ? null : made.bytes(),
                made == null ? null : made.sha256(),
                made == null ? null : made.expiresAt(),
                export.failure(),
                export.downloads(),
                ready ? "/media/clips/" + export.clipId() + "/exports/" + export.id() + "/copy.mp4" : null);
    }
}
