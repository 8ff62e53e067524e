package org.gridsight.app.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects every fault of one request, so that the caller hears of all of them at once. Not thread-safe. */
public final class Faults {

    private static final Text REQUIRED = new Text("必填。", "is required");

    private final List<FieldFault> found = new ArrayList<>();

    public void add(String field, Text message) {
        found.add(new FieldFault(field, message));
    }

    /** The value when there is one; a blank text counts as absent. */
    public <T> Optional<T> required(String field, @Nullable T value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            add(field, REQUIRED);
            return Optional.empty();
        }
        return Optional.of(value);
    }

    /** A text of at most {@code max} characters; absent is allowed. */
    public Optional<String> text(String field, @Nullable String value, int max) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        if (value.codePoints().anyMatch(Faults::cannotBeStored)) {
            add(field, new Text("含有无法保存的字符。", "holds a character that cannot be stored"));
            return Optional.empty();
        }
        if (value.length() > max) {
            add(
                    field,
                    new Text("最多 {0} 个字符,现有 {1} 个。", "at most {0} characters, was {1}")
                            .with(Integer.toString(max), Integer.toString(value.length())));
            return Optional.empty();
        }
        return Optional.of(value.strip());
    }

    /** NUL and lone halves of a surrogate pair, which PostgreSQL refuses. */
    private static boolean cannotBeStored(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    /** A constant of an enum by name; absent is allowed, an unknown one lists the allowed. */
    public <E extends Enum<E>> Optional<E> oneOf(String field, @Nullable String value, Class<E> type) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        Optional<E> match = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst();
        if (match.isEmpty()) {
            String allowed =
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
            add(field, new Text("未知值 {0},可用:{1}。", "unknown value {0}, allowed: {1}").with(value, allowed));
        }
        return match;
    }

    /** A time in ISO 8601 with offset; absent is allowed. */
    public Optional<Instant> instant(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException e) {
            add(
                    field,
                    new Text(
                                    "时间须为带时区的 ISO 8601,如 2026-03-05T14:07:00+08:00,收到 {0}。",
                                    "must be ISO 8601 with offset, such as 2026-03-05T14:07:00+08:00, was {0}")
                            .with(value));
            return Optional.empty();
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<FieldFault> list() {
        return List.copyOf(found);
    }

    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new Rejected(CommonReason.INVALID, found, found.size());
        }
    }
}
