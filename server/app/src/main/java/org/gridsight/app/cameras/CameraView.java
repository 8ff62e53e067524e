package org.gridsight.app.cameras;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * A camera on the wire; never an address, never a password.
 *
 * @param unlistedAt since when its device no longer lists it
 */
record CameraView(
        String id,
        String name,
        String gridCode,
        CameraStatus status,
        CameraKind kind,
        PlaceType placeType,
        double heading,
        double fieldOfView,
        double rangeMetres,
        String source,
        String transport,
        Datum datum,
        boolean masked,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> lastSeenAt,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> unlistedAt,
        long version) {}
