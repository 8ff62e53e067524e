package org.gridsight.app.incidents;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridsight.spatial.LngLat;
import org.jspecify.annotations.Nullable;

/**
 * An incident as the outside sees it: list items, answers, properties of map features. Holds no personal data.
 */
public record IncidentView(
        UUID id,
        long seq,
        String number,
        long version,
        IncidentStatus status,
        IncidentKind kind,
        @Nullable String category,
        @Nullable String scale,
        @Nullable String level,
        String complexity,
        String title,
        @Nullable String description,
        @Nullable String address,
        Location location,
        String gridCode,
        String gridName,
        String villageName,
        IncidentSource source,
        Instant occurredAt,
        Instant receivedAt,
        Instant updatedAt,
        @Nullable Instant dueAt,
        @Nullable Long limitSeconds,
        @Nullable Instant closedAt,
        @Nullable String unitId,
        @Nullable String unitName,
        List<Worker> workers,
        boolean paused,
        boolean extended,
        @JsonUnwrapped Counts counts,
        @Nullable UUID mergedInto,
        @Nullable String outcome,
        List<String> locationFlags,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String caseCode) {

    /**
     * Somebody sent to it.
     *
     * @param active the order has not ended; never on the wire
     */
    public record Worker(
            String workerId,
            String name,
            boolean lead,
            @JsonIgnore boolean active) {}

    /** A GeoJSON point. */
    public record Location(List<Double> coordinates) {

        @JsonProperty
        public String type() {
            return "Point";
        }
    }

    /** How far it has escalated, and how often it came back or its reporter could not be reached. */
    public record Counts(int escalation, int returns, int reopens, int unreached) {}

    @JsonIgnore
    public LngLat place() {
        return new LngLat(location.coordinates().get(0), location.coordinates().get(1));
    }

    /** Workers whose order has not ended: they see the case, wherever it lies. */
    List<String> sentNow() {
        return workers.stream()
                .filter(Worker::active)
                .map(Worker::workerId)
                .distinct()
                .sorted()
                .toList();
    }

    /** Without free text and names of people, the kind for a title: for the wall. */
    IncidentView withoutText() {
        return with(kind.wallTitle(), null, null, null, List.of());
    }

    IncidentView withCaseCode(String code) {
        return with(title, description, address, code, workers);
    }

    private IncidentView with(
            String newTitle,
            @Nullable String newDescription,
            @Nullable String newAddress,
            @Nullable String code,
            List<Worker> newWorkers) {
        return new IncidentView(
                id,
                seq,
                number,
                version,
                status,
                kind,
                category,
                scale,
                level,
                complexity,
                newTitle,
                newDescription,
                newAddress,
                location,
                gridCode,
                gridName,
                villageName,
                source,
                occurredAt,
                receivedAt,
                updatedAt,
                dueAt,
                limitSeconds,
                closedAt,
                unitId,
                unitName,
                newWorkers,
                paused,
                extended,
                counts,
                mergedInto,
                outcome,
                locationFlags,
                code);
    }
}
