package org.gridsight.app.incidents;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the structured parts of a step as JSON text. */
final class StepJson {

    private static final JsonMapper JSON =
            // steps written before a counter was thought of lack it: it was 0 then
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();
    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};

    private StepJson() {}

    /** Details, keys sorted. */
    @Converter
    static final class OfDetails implements AttributeConverter<Map<String, String>, String> {

        @Override
        public String convertToDatabaseColumn(@Nullable Map<String, String> details) {
            return details == null ? "{}" : JSON.writeValueAsString(new TreeMap<>(details));
        }

        @Override
        public Map<String, String> convertToEntityAttribute(@Nullable String text) {
            return text == null ? Map.of() : Objects.requireNonNull(JSON.readValue(text, DETAILS));
        }
    }

    /** The state before a move. */
    @Converter
    static final class OfFormer implements AttributeConverter<Former, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Former former) {
            return former == null ? null : JSON.writeValueAsString(former);
        }

        @Override
        public @Nullable Former convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : JSON.readValue(text, Former.class);
        }
    }
}
