package org.gridsight.app.incidents;

import java.time.Instant;
import java.util.Set;
import org.gridsight.spatial.LngLat;
import org.jspecify.annotations.Nullable;

/**
 * A checked report, ready to become an incident.
 *
 * @param category of a dispute one of {@link DisputeCategory}, else a local item code of at most 40 characters
 */
public record NewIncident(
        IncidentKind kind,
        @Nullable String category,
        @Nullable IncidentScale scale,
        String title,
        String description,
        @Nullable String address,
        IncidentSource source,
        Instant occurredAt,
        Where where,
        @Nullable Reporter reporter) {

    /**
     * The place in CGCS2000 degrees with its grid at the time of the matter.
     *
     * @param given the coordinates as they came, absent when they came in CGCS2000 or WGS 84 from ourselves
     * @param flags what is odd about the place, names of {@code grids.LocationFlag} and our own
     */
    public record Where(
            LngLat place,
            String gridCode,
            String gridName,
            String villageCode,
            String villageName,
            @Nullable Given given,
            Set<String> flags) {

        public Where {
            flags = Set.copyOf(flags);
        }

        Where withFlags(Set<String> other) {
            return new Where(place, gridCode, gridName, villageCode, villageName, given, other);
        }
    }

    /** Coordinates as they came: x east, y north, their system, how and how well they were converted. */
    public record Given(double x, double y, String crs, String method, double accuracyMetres) {}

    /** Who told us; every part may be missing. */
    public record Reporter(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address) {}
}
