package org.gridsight.app.cameras.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clip as the outside sees it.
 *
 * @param missingPictures that a slow disk has cost
 * @param playable whether the one who asks may play the original, given a ticket
 * @param deletion the record of its deletion, null while it is there
 */
record ClipView(
        UUID id,
        String cameraId,
        String cameraName,
        String gridCode,
        UUID incidentId,
        String incidentNumber,
        Clip.Source source,
        Clip.State state,
        Clip.@Nullable Ending ending,
        @Nullable String cause,
        Instant askedFrom,
        Instant askedTo,
        Instant begunAt,
        @Nullable Instant endedAt,
        double durationSeconds,
        long bytes,
        int segments,
        int missingPictures,
        String chainHead,
        String mime,
        boolean masked,
        boolean playable,
        String savedBy,
        String savedByName,
        @Nullable UUID continues,
        Instant retainUntil,
        Instant deleteAtLatest,
        @Nullable Deletion deletion,
        List<Hold.View> holds,
        List<ExportView> exports) {

    /** The certificate: what was deleted, when and why; the same stands in the audit trail. */
    record Deletion(Instant at, String ground, long bytes, int segments, String chainHead) {}

    static ClipView of(Clip clip, boolean playable, Instant atLatest, List<Hold> holds, List<ExportView> exports) {
        Clip.Extent extent = clip.extent();
        Instant deletedAt = clip.deletedAt();
        String ground = clip.deletionGround();
        Deletion deletion = deletedAt == null || ground == null
                ? null
                : new Deletion(deletedAt, ground, extent.bytes(), extent.segments(), extent.chainHead());
        return new ClipView(
                clip.id(),
                clip.of().cameraId(),
                clip.of().cameraName(),
                clip.of().gridCode(),
                clip.of().incidentId(),
                clip.of().incidentNumber(),
                clip.source(),
                clip.state(),
                clip.ending(),
                clip.cause(),
                clip.askedFrom(),
                clip.askedTo(),
                clip.begunAt(),
                clip.endedAt(),
                extent.durationMillis() / 1000.0,
                extent.bytes(),
                extent.segments(),
                extent.missing(),
                extent.chainHead(),
                extent.mime(),
                clip.masked(),
                playable,
                clip.by().username(),
                clip.by().name(),
                clip.continues(),
                clip.retainUntil(),
                atLatest,
                deletion,
                holds.stream().map(Hold::view).toList(),
                exports);
    }
}
