package org.gridsight.app.incidents;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is put right in a case, with what its history says of it.
 *
 * @param values of all fields but the place; fields that are not there stay as they are
 * @param where the new place, absent when it stays
 * @param event AMENDED, BOTH_KEPT or DECIDED
 */
public record CaseChange(
        Map<CaseField, String> values,
        NewIncident.@Nullable Where where,
        String event,
        @Nullable String words,
        Map<String, String> details,
        @Nullable DeviceTime device) {

    public CaseChange {
        values = Map.copyOf(values);
        details = Map.copyOf(details);
    }

    Matter over(Matter matter) {
        return new Matter(
                matter.kind(),
                optional(CaseField.CATEGORY, matter.category()),
                matter.scale(),
                values.getOrDefault(CaseField.TITLE, matter.title()),
                values.getOrDefault(CaseField.DESCRIPTION, matter.description()),
                optional(CaseField.ADDRESS, matter.address()),
                matter.source());
    }

    Spot over(Spot spot) {
        return where == null ? spot : Spot.from(where);
    }

    private @Nullable String optional(CaseField field, @Nullable String before) {
        String value = values.get(field);
        return value == null ? before : value.isEmpty() ? null : value;
    }
}
