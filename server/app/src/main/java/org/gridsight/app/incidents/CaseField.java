package org.gridsight.app.incidents;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What of a case may be put right after its report. A value is a text, empty when there is none; a place is
 * "longitude,latitude" to a tenth of a metre, so that the same place told twice is the same text.
 */
public enum CaseField {
    TITLE(200),
    DESCRIPTION(4000),
    ADDRESS(300),
    CATEGORY(40),
    LOCATION(0);

    private static final Text NOT_A_TEXT = new Text("须为文字。", "must be a text");

    private final int longest;

    CaseField(int longest) {
        this.longest = longest;
    }

    /** Its name on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CaseField> parse(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equals(word))
                .findFirst();
    }

    /** As it is in the case now. */
    public String of(IncidentView incident) {
        return switch (this) {
            case TITLE -> incident.title();
            case DESCRIPTION -> text(incident.description());
            case ADDRESS -> text(incident.address());
            case CATEGORY -> text(incident.category());
            case LOCATION -> place(incident.location().coordinates());
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    public static String place(List<Double> coordinates) {
        return String.format(Locale.ROOT, "%.6f,%.6f", coordinates.get(0), coordinates.get(1));
    }

    /** A text as sent; empty exactly when it added a fault. Places are asked of {@link Siting}. */
    public Optional<String> check(String field, JsonNode value, IncidentKind kind, Faults faults) {
        if (!value.isNull() && !value.isString()) {
            faults.add(field, NOT_A_TEXT);
            return Optional.empty();
        }
        String told = value.isNull() ? "" : value.asString();
        if (told.isBlank()) {
            return this == TITLE ? faults.required(field, told) : Optional.of("");
        }
        boolean unknown = this == CATEGORY
                && kind == IncidentKind.DISPUTE
                && DisputeCategory.parse(told.strip()).isEmpty();
        if (unknown) {
            faults.add(field, ReportRequest.UNKNOWN_CATEGORY.with(told));
            return Optional.empty();
        }
        return faults.text(field, told, longest);
    }
}
