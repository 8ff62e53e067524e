package org.gridsight.app.incidents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.Box;
import org.jspecify.annotations.Nullable;

/** The filters of the incident list, checked. Several values of one filter are alternatives. */
record IncidentFilter(
        Optional<Box> box,
        Set<String> statuses,
        Set<String> kinds,
        Set<String> categories,
        Set<String> levels,
        String gridPrefix,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> words,
        int limit,
        Optional<Mark> after) {

    static final int MOST = 500;
    private static final int USUAL = 100;

    /** Where the last page ended: newest first, by time of receipt, then seq. */
    record Mark(Instant receivedAt, long seq) {

        String encode() {
            long micros = ChronoUnit.MICROS.between(Instant.EPOCH, receivedAt);
            byte[] text = (micros + ":" + seq).getBytes(StandardCharsets.US_ASCII);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
        }

        static Optional<Mark> decode(String cursor) {
            try {
                String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
                int colon = text.indexOf(':');
                Instant at = Instant.EPOCH.plus(Long.parseLong(text.substring(0, colon)), ChronoUnit.MICROS);
                return Optional.of(new Mark(at, Long.parseLong(text.substring(colon + 1))));
            } catch (RuntimeException damaged) {
                return Optional.empty();
            }
        }
    }

    /** @param query the parameters of the address; a repeated one and commas both mean alternatives */
    static IncidentFilter parse(Map<String, List<String>> query) {
        Function<String, List<String>> values = name -> query.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        Function<String, @Nullable String> first =
                name -> query.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
        Faults faults = new Faults();
        IncidentFilter filter = new IncidentFilter(
                parseBox(values.apply("bbox"), faults),
                names("status", values.apply("status"), IncidentStatus.class, faults),
                names("kind", values.apply("kind"), IncidentKind.class, faults),
                categories(values.apply("category"), faults),
                names("level", values.apply("level"), IncidentLevel.class, faults),
                gridPrefix(first.apply("grid"), faults),
                faults.instant("from", time(first.apply("from"))),
                faults.instant("to", time(first.apply("to"))),
                faults.text("q", first.apply("q"), 100),
                parseLimit(first.apply("limit"), faults),
                parseCursor(first.apply("cursor"), faults));
        faults.throwIfAny();
        return filter;
    }

    private static <E extends Enum<E>> Set<String> names(
            String field, List<String> values, Class<E> type, Faults faults) {
        return values.stream()
                .flatMap(value -> faults.oneOf(field, value, type).stream())
                .map(Enum::name)
                .collect(Collectors.toSet());
    }

    /** A plus sign that was not escaped in the address arrives as a space. */
    private static @Nullable String time(@Nullable String text) {
        return text == null ? null : text.strip().replace(' ', '+');
    }

    private static Set<String> categories(List<String> values, Faults faults) {
        return values.stream()
                .flatMap(value -> faults.text("category", value, 40).stream())
                .flatMap(value ->
                        DisputeCategory.parse(value).map(DisputeCategory::codesAlike).orElse(Set.of(value)).stream())
                .collect(Collectors.toSet());
    }

    private static Optional<Box> parseBox(List<String> values, Faults faults) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        try {
            double[] sides = values.stream().mapToDouble(Double::parseDouble).toArray();
            if (sides.length == 4) {
                return Optional.of(new Box(sides[0], sides[1], sides[2], sides[3]));
            }
        } catch (IllegalArgumentException unusable) {
            // told below
        }
        faults.add("bbox", new Text("须为 西,南,东,北 四个数。", "must be four numbers: west,south,east,north"));
        return Optional.empty();
    }

    private static String gridPrefix(@Nullable String code, Faults faults) {
        if (code == null || code.isBlank()) {
            return "";
        }
        if (!code.matches("\\d{1,20}")) {
            faults.add("grid", new Text("须为网格或区划代码(数字)。", "must be a grid or area code, digits only"));
            return "";
        }
        return code;
    }

    private static int parseLimit(@Nullable String text, Faults faults) {
        if (text == null || text.isBlank()) {
            return USUAL;
        }
        if (text.matches("0*[1-9]\\d{9,}")) {
            return MOST;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) == 0) {
            faults.add("limit", new Text("须为 1 至 {0} 的整数。", "must be a whole number of 1 to {0}").with(MOST));
            return USUAL;
        }
        return Math.min(MOST, Integer.parseInt(text));
    }

    private static Optional<Mark> parseCursor(@Nullable String text, Faults faults) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        Optional<Mark> mark = Mark.decode(text);
        if (mark.isEmpty()) {
            faults.add("cursor", new Text("游标无效,请从第一页重新读取。", "not a cursor of ours; begin again without it"));
        }
        return mark;
    }
}
