package org.gridsight.app.incidents.amendments;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridsight.app.incidents.CaseField;
import org.gridsight.app.incidents.DeviceTime;
import org.gridsight.app.incidents.IncidentView;
import org.gridsight.app.incidents.NewIncident;
import org.gridsight.app.incidents.Siting;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Body of {@code POST /api/incidents/id/amendments}, bound leniently and checked as a whole. */
record AmendmentRequest(
        @Nullable String id,
        @Nullable String baseVersion,
        @Nullable Map<String, @Nullable JsonNode> changes,
        @Nullable Map<String, @Nullable JsonNode> base,
        @Nullable String deviceAt,
        @Nullable String reason) {

    private static final int REASON = 300;
    private static final Text UNKNOWN =
            new Text("不能更正此项,可用:{0}。", "cannot be amended, allowed: {0}").with(List.of(CaseField.values()));
    private static final Text NUMBER =
            new Text("须为整数,且不大于现有版本。", "must be a whole number, at most the present version");

    /** Against what it is checked: the case as it is, our clock, the device's clock at the moment of sending. */
    record Against(
            IncidentView incident,
            Siting siting,
            Instant now,
            @Nullable String sentAt) {}

    /**
     * A checked request.
     *
     * @param seen what the sender saw of each field that changes
     * @param where the new place, when the place changes
     */
    record Checked(
            UUID id,
            long baseVersion,
            Map<CaseField, String> wanted,
            Map<CaseField, String> seen,
            NewIncident.@Nullable Where where,
            DeviceTime device,
            @Nullable String reason) {}

    Checked check(Against against) {
        Faults faults = new Faults();
        Optional<UUID> made = faults.required("id", id).flatMap(text -> uuid(text, faults));
        Optional<Long> version = version(against.incident().version(), faults);
        Map<CaseField, String> wanted = new EnumMap<>(CaseField.class);
        Map<CaseField, String> seen = new EnumMap<>(CaseField.class);
        Optional<NewIncident.Where> where = Optional.empty();
        boolean current = version.filter(v -> v == against.incident().version()).isPresent();
        for (Map.Entry<CaseField, JsonNode> change : changed(faults).entrySet()) {
            CaseField field = change.getKey();
            if (field == CaseField.LOCATION) {
                where = against.siting().locate(change.getValue(), against.now(), faults);
                where.ifPresent(spot -> wanted.put(
                        field,
                        CaseField.place(List.of(spot.place().lng(), spot.place().lat()))));
            } else {
                field.check(
                                "changes." + field.word(),
                                change.getValue(),
                                against.incident().kind(),
                                faults)
                        .ifPresent(text -> wanted.put(field, text));
            }
            // whoever has seen the present version has seen what stands in it
            Optional<String> before = current ? Optional.of(field.of(against.incident())) : seen(field, faults);
            before.ifPresent(text -> seen.put(field, text));
        }
        DeviceTime device = DeviceTime.parse(deviceAt, against.sentAt(), against.now(), faults);
        Optional<String> why = faults.text("reason", reason, REASON);
        faults.throwIfAny();
        return new Checked(
                made.orElseThrow(), version.orElseThrow(), wanted, seen, where.orElse(null), device, why.orElse(null));
    }

    private static Optional<UUID> uuid(String text, Faults faults) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            faults.add("id", new Text("须为 UUID。", "must be a UUID"));
            return Optional.empty();
        }
    }

    private Optional<Long> version(long present, Faults faults) {
        Optional<String> text = faults.required("baseVersion", baseVersion);
        boolean fits = text.filter(number -> number.matches("\\d{1,18}"))
                .filter(number -> Long.parseLong(number) <= present)
                .isPresent();
        if (text.isPresent() && !fits) {
            faults.add("baseVersion", NUMBER);
        }
        return fits ? text.map(Long::valueOf) : Optional.empty();
    }

    private Map<CaseField, JsonNode> changed(Faults faults) {
        Map<CaseField, JsonNode> known = new EnumMap<>(CaseField.class);
        Map<String, @Nullable JsonNode> sent =
                faults.required("changes", changes).orElse(Map.of());
        if (changes != null && sent.isEmpty()) {
            faults.required("changes", null);
        }
        sent.forEach((word, value) -> {
            Optional<CaseField> field = CaseField.parse(word);
            if (field.isEmpty() || value == null) {
                faults.add("changes." + word, UNKNOWN);
            } else {
                known.put(field.get(), value);
            }
        });
        return known;
    }

    private Optional<String> seen(CaseField field, Faults faults) {
        JsonNode value = base == null ? null : base.get(field.word());
        if (value == null) {
            faults.required("base." + field.word(), null);
            return Optional.empty();
        }
        if (field != CaseField.LOCATION) {
            return Optional.of(value.isNull() ? "" : value.asString("").strip());
        }
        JsonNode pair = value.path("coordinates");
        if (pair.size() < 2 || !pair.get(0).isNumber() || !pair.get(1).isNumber()) {
            faults.add("base.location", new Text("须为 GeoJSON 点。", "must be a GeoJSON point"));
            return Optional.empty();
        }
        return Optional.of(
                CaseField.place(List.of(pair.get(0).doubleValue(), pair.get(1).doubleValue())));
    }
}
