package org.gridsight.app.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
        @Nullable Reporter reporter,
        List<Party> parties,
        Device device) {

    public NewIncident {
        parties = List.copyOf(parties);
    }

    /** Not made on a device that works offline. */
    public NewIncident(
            IncidentKind kind,
            @Nullable String category,
            @Nullable IncidentScale scale,
            String title,
            String description,
            @Nullable String address,
            IncidentSource source,
            Instant occurredAt,
            Where where,
            @Nullable Reporter reporter,
            List<Party> parties) {
        this(
                kind,
                category,
                scale,
                title,
                description,
                address,
                source,
                occurredAt,
                where,
                reporter,
                parties,
                Device.NONE);
    }

    /** A matter in which nobody is named. */
    public NewIncident(
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
        this(kind, category, scale, title, description, address, source, occurredAt, where, reporter, List.of());
    }

    public NewIncident naming(List<Party> people) {
        return new NewIncident(
                kind,
                category,
                scale,
                title,
                description,
                address,
                source,
                occurredAt,
                where,
                reporter,
                people,
                device);
    }

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

    /**
     * What the device that made the report has settled.
     *
     * @param id of the incident, so that photos and moves can name it before we have heard of it
     * @param clockSkewSeconds how far its clock was behind ours, when that matters
     */
    public record Device(@Nullable UUID id, @Nullable Long clockSkewSeconds) {

        public static final Device NONE = new Device(null, null);
    }

    /** Coordinates as they came: x east, y north, their system, how and how well they were converted. */
    public record Given(double x, double y, String crs, String method, double accuracyMetres) {}

    /** Who told us; every part may be missing. */
    public record Reporter(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address) {}

    /** Somebody the matter is about; collect only what is needed. {@code idKind} stands beside every number. */
    public record Party(
            PartySide side,
            String name,
            @Nullable String phone,
            @Nullable IdKind idKind,
            @Nullable String idNumber,
            @Nullable String address) {

        public static Party named(PartySide side, String name, @Nullable String phone) {
            return new Party(side, name, phone, null, null, null);
        }
    }
}
