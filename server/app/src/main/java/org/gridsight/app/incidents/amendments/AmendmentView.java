package org.gridsight.app.incidents.amendments;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.gridsight.app.incidents.CaseField;
import org.gridsight.app.incidents.IncidentView;
import org.jspecify.annotations.Nullable;

/** An amendment as the pages see it; of an open one {@code theirs} is what stands in the case now. */
record AmendmentView(
        UUID amendmentId,
        Amendment.State state,
        String by,
        Instant at,
        @Nullable Instant deviceAt,
        @Nullable Long clockSkewSeconds,
        @Nullable String reason,
        long baseVersion,
        List<String> merged,
        List<Field> fields,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        Map<String, Amendment.Take> taken) {

    /** A field that two people changed; texts, or a point for a place, or nothing. */
    record Field(
            String field,
            @Nullable Object base,
            @Nullable Object mine,
            @Nullable Object theirs) {}

    static AmendmentView of(Amendment amendment, IncidentView incident) {
        Amendment.Decision decision = amendment.decision();
        Map<String, Amendment.Take> taken = new TreeMap<>();
        if (decision != null) {
            decision.taken().forEach((field, take) -> taken.put(field.word(), take));
        }
        return new AmendmentView(
                amendment.id(),
                amendment.state(),
                amendment.authorName(),
                amendment.receivedAt(),
                amendment.told().deviceAt(),
                amendment.told().clockSkewSeconds(),
                amendment.told().reason(),
                amendment.baseVersion(),
                amendment.merged().keySet().stream()
                        .sorted()
                        .map(CaseField::word)
                        .toList(),
                amendment.kept().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(kept -> field(kept.getKey(), kept.getValue(), amendment, incident))
                        .toList(),
                decision == null ? null : decision.byName(),
                decision == null ? null : decision.at(),
                taken);
    }

    private static Field field(CaseField field, Amendment.Values values, Amendment amendment, IncidentView incident) {
        boolean open = amendment.state() == Amendment.State.OPEN;
        return new Field(
                field.word(),
                shown(field, values.base()),
                shown(field, values.mine()),
                shown(field, open ? field.of(incident) : values.theirs()));
    }

    private static @Nullable Object shown(CaseField field, String value) {
        if (field != CaseField.LOCATION) {
            return value.isEmpty() ? null : value;
        }
        return new IncidentView.Location(coordinates(value));
    }

    static List<Double> coordinates(String place) {
        return Arrays.stream(place.split(",")).map(Double::valueOf).toList();
    }
}
