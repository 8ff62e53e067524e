package org.gridsight.app.incidents.amendments;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridsight.app.incidents.CaseField;
import org.gridsight.app.incidents.NewIncident;
import org.gridsight.app.incidents.Siting;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.gridsight.gisdata.crs.Crs;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Body of a decision: of each field that both have changed, whose value is taken, and the version the officer saw. */
record DecisionRequest(
        @Nullable Map<String, @Nullable String> take,
        @Nullable String version) {

    private static final Text UNKNOWN = new Text("这次更正没有此项。", "is no field of this amendment");

    Map<CaseField, Amendment.Take> check(Amendment amendment) {
        Faults faults = new Faults();
        Map<String, @Nullable String> given = faults.required("take", take).orElse(Map.of());
        Map<CaseField, Amendment.Take> taken = new EnumMap<>(CaseField.class);
        for (CaseField field : amendment.kept().keySet()) {
            faults.required("take." + field.word(), given.get(field.word()))
                    .flatMap(name -> faults.oneOf("take." + field.word(), name, Amendment.Take.class))
                    .ifPresent(whose -> taken.put(field, whose));
        }
        List<String> known =
                amendment.kept().keySet().stream().map(CaseField::word).toList();
        given.keySet().stream()
                .filter(word -> !known.contains(word))
                .forEach(word -> faults.add("take." + word, UNKNOWN));
        Optional<String> seen = faults.required("version", version);
        if (seen.isPresent() && !seen.get().matches("\\d{1,18}")) {
            faults.add("version", new Text("须为整数。", "must be a whole number"));
        }
        faults.throwIfAny();
        return taken;
    }

    /** Of a checked request. */
    long seenVersion() {
        return Long.parseLong(String.valueOf(version));
    }

    static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** A kept place again, by the grids of now. */
    static NewIncident.Where place(String kept, Siting siting, Instant now) {
        List<Double> pair = AmendmentView.coordinates(kept);
        Faults faults = new Faults();
        Optional<NewIncident.Where> where =
                siting.site(new Coordinate(pair.get(0), pair.get(1)), Crs.of("EPSG:4490"), now, faults);
        faults.throwIfAny();
        return where.orElseThrow();
    }
}
