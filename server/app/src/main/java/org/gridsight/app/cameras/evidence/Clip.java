package org.gridsight.app.cameras.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One clip as it stands in the table.
 *
 * @param masks of the camera when it was saved, JSON
 * @param continues the clip before it, when the camera changed its picture format in between
 */
record Clip(
        UUID id,
        Of of,
        Source source,
        State state,
        @Nullable Ending ending,
        @Nullable String cause,
        Instant askedFrom,
        Instant askedTo,
        Instant begunAt,
        @Nullable Instant endedAt,
        Extent extent,
        boolean masked,
        String masks,
        By by,
        @Nullable UUID continues,
        Instant retainUntil,
        @Nullable Instant deletedAt,
        @Nullable String deletionGround) {

    /** Live pictures from now on, or what the device has recorded itself. */
    enum Source {
        LIVE,
        DEVICE
    }

    /** SAVED also means a clip that ended early; its ending says why. */
    enum State {
        RECORDING,
        SAVED,
        FAILED,
        DELETED
    }

    /** Why it has ended. */
    enum Ending {
        COMPLETE,
        STOPPED,
        DISK_FULL,
        TOO_LARGE,
        FORMAT_CHANGED,
        SOURCE_ENDED,
        NO_PICTURE,
        /** The server ended while it was recorded. */
        INTERRUPTED,
        WRITE_FAILED
    }

    /** What it shows and why it is kept. */
    record Of(String cameraId, String cameraName, String gridCode, UUID incidentId, String incidentNumber) {}

    /** Who had it saved, under which line of the view register. */
    record By(String username, String name, UUID grantId) {}

    /**
     * How much there is of it and how it is sealed.
     *
     * @param missing pictures that came after its first one and that a slow disk has cost
     */
    record Extent(long durationMillis, long bytes, int segments, String chainHead, String mime, int missing) {

        static Extent none(UUID clip) {
            return new Extent(0, 0, 0, Chain.genesis(clip), "", 0);
        }

        Extent with(Segment segment, long millis, String format) {
            return new Extent(millis, segment.end(), segment.number(), segment.link(), format, missing);
        }

        Extent without(int pictures) {
            return new Extent(durationMillis, bytes, segments, chainHead, mime, pictures);
        }
    }

    /** A new one of the same, that begins where this ended. */
    Clip continuation(UUID next, Instant now) {
        return new Clip(
                next,
                of,
                source,
                State.RECORDING,
                null,
                null,
                now,
                askedTo,
                now,
                null,
                Extent.none(next),
                masked,
                masks,
                by,
                id,
                retainUntil,
                null,
                null);
    }
}
