package org.gridsight.app.incidents.photos;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo as its row tells it, from the first announcement on.
 *
 * @param refusal why it was refused, the name of a {@link PhotoReason}
 * @param waiting its incident was not there when the upload began
 * @param expiresAt when it goes unless it is kept for a case
 */
record Upload(
        UUID id,
        UUID incidentId,
        PhotoStep step,
        State state,
        @Nullable String refusal,
        By by,
        boolean waiting,
        long length,
        Taken taken,
        @Nullable Size size,
        Instant expiresAt,
        @Nullable Instant receivedAt) {

    /** RECEIVING until its last byte, then KEPT or REFUSED. */
    enum State {
        RECEIVING,
        KEPT,
        REFUSED
    }

    /** Whose it is. */
    record By(String username, String name) {}

    /**
     * When and where it was taken, as the device told it.
     *
     * @param clockSkewSeconds how far the device's clock was behind ours when it announced the photo
     */
    record Taken(
            @Nullable Instant at,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable Long clockSkewSeconds) {}

    /** Of the kept picture, in pixels. */
    record Size(int width, int height) {}

    boolean isSameAs(Announcement announced) {
        return incidentId.equals(announced.incidentId()) && step == announced.step() && length == announced.length();
    }
}
