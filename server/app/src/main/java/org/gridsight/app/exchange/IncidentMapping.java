package org.gridsight.app.exchange;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridsight.app.incidents.IncidentKind;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.gridsight.gisdata.crs.Crs;
import org.gridsight.gisdata.crs.CrsRefused;
import org.gridsight.gisdata.format.CsvRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which column of a file is what. A value is a column name, or {@code =constant} for all rows.
 *
 * @param x east first, whatever axis order the system's authority gives
 * @param crs of x and y; WGS 84 when the file has {@code lon} and {@code lat} and names none
 * @param kindValues words of the kind column to kinds, for files that use words of their own
 * @param zone of times that carry no offset
 */
record IncidentMapping(
        String x,
        String y,
        Crs crs,
        String occurredAt,
        String kind,
        Optional<String> category,
        Optional<String> title,
        Optional<String> description,
        Optional<String> address,
        Optional<String> source,
        Map<String, IncidentKind> kindValues,
        ZoneId zone) {

    /** In {@code kindValues}: all words that are neither named there nor kinds themselves. */
    static final String OTHER_WORDS = "*";

    private static final String CONSTANT = "=";
    private static final Text NO_OBJECT = new Text(
            "须为 JSON 对象,如 {\"lon\":\"经度列\",\"lat\":\"纬度列\",\"occurredAt\":\"时间列\",\"kind\":\"=HELP\"}。",
            "must be a JSON object such as {\"lon\":\"lng\",\"lat\":\"lat\",\"occurredAt\":\"time\",\"kind\":\"=HELP\"}");
    private static final Text NO_TEXT = new Text(
            "须为文字:文件的列名,或 = 加固定值;kindValues 须为对象。",
            "must be a text: a column of the file, or = and a constant; kindValues is an object of texts");

    /** The JSON of the {@code mapping} field. */
    record Request(
            @Nullable String lon,
            @Nullable String lat,
            @Nullable String x,
            @Nullable String y,
            @Nullable String crs,
            @Nullable String occurredAt,
            @Nullable String kind,
            @Nullable String category,
            @Nullable String title,
            @Nullable String description,
            @Nullable String address,
            @Nullable String source,
            @Nullable Map<String, String> kindValues,
            @Nullable String timeZone) {

        IncidentMapping checked(List<String> columns, ZoneId defaultZone) {
            Faults faults = new Faults();
            boolean degrees = lon != null || lat != null;
            Optional<String> east = column(faults, degrees ? "lon" : "x", degrees ? lon : x, columns);
            Optional<String> north = column(faults, degrees ? "lat" : "y", degrees ? lat : y, columns);
            Optional<String> when = column(faults, "occurredAt", occurredAt, columns);
            Optional<String> what = column(faults, "kind", kind, columns);
            Optional<Crs> system = parseCrs(faults, degrees);
            Map<String, IncidentKind> words = parseKinds(faults);
            ZoneId zone = parseZone(faults, defaultZone);
            Optional<String> group = optional(faults, "category", category, columns);
            Optional<String> heading = optional(faults, "title", title, columns);
            Optional<String> text = optional(faults, "description", description, columns);
            Optional<String> street = optional(faults, "address", address, columns);
            Optional<String> origin = optional(faults, "source", source, columns);
            faults.throwIfAny();
            return new IncidentMapping(
                    east.orElseThrow(),
                    north.orElseThrow(),
                    system.orElseThrow(),
                    when.orElseThrow(),
                    what.orElseThrow(),
                    group,
                    heading,
                    text,
                    street,
                    origin,
                    words,
                    zone);
        }

        private Optional<Crs> parseCrs(Faults faults, boolean degrees) {
            Optional<String> given =
                    degrees ? Optional.of(crs == null ? "WGS84" : crs) : faults.required("mapping.crs", crs);
            try {
                return given.map(Crs::of);
            } catch (CrsRefused refused) {
                String why = String.valueOf(refused.getMessage());
                faults.add("mapping.crs", new Text(why, why));
                return Optional.empty();
            }
        }

        private Map<String, IncidentKind> parseKinds(Faults faults) {
            Map<String, IncidentKind> words = new java.util.HashMap<>();
            if (kindValues != null) {
                kindValues.forEach((word, name) -> faults.oneOf("mapping.kindValues." + word, name, IncidentKind.class)
                        .ifPresent(known -> words.put(word, known)));
            }
            return Map.copyOf(words);
        }

        private ZoneId parseZone(Faults faults, ZoneId defaultZone) {
            try {
                return timeZone == null ? defaultZone : ZoneId.of(timeZone);
            } catch (DateTimeException e) {
                faults.add("mapping.timeZone", new Text("未知时区 {0}。", "unknown time zone {0}").with(timeZone));
                return defaultZone;
            }
        }

        private static Optional<String> column(
                Faults faults, String field, @Nullable String value, List<String> columns) {
            return faults.required("mapping." + field, value).filter(name -> isKnown(faults, field, name, columns));
        }

        private static Optional<String> optional(
                Faults faults, String field, @Nullable String value, List<String> columns) {
            return Optional.ofNullable(value).filter(name -> isKnown(faults, field, name, columns));
        }

        private static boolean isKnown(Faults faults, String field, String name, List<String> columns) {
            boolean known = isConstant(name) || columns.contains(name);
            if (!known) {
                faults.add(
                        "mapping." + field,
                        new Text("文件中没有列 {0},现有:{1}。", "no column {0} in the file, it has: {1}")
                                .with(name, String.join(", ", columns)));
            }
            return known;
        }
    }

    /** Empty exactly when it added a fault. */
    static Optional<Request> parse(@Nullable String text, JsonMapper json, Faults faults) {
        return faults.required("mapping", text).flatMap(given -> {
            try {
                Request read = json.readValue(given, Request.class);
                if (read == null) {
                    faults.add("mapping", NO_OBJECT);
                }
                return Optional.ofNullable(read);
            } catch (StreamReadException broken) {
                faults.add("mapping", NO_OBJECT);
            } catch (JacksonException other) {
                String path = path(other);
                faults.add("mapping" + path, path.isEmpty() ? NO_OBJECT : NO_TEXT);
            }
            return Optional.empty();
        });
    }

    /** The member that is not what it should be, as {@code .kindValues.noise}. */
    private static String path(JacksonException fault) {
        return fault.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .map(name -> "." + name)
                .collect(Collectors.joining());
    }

    static boolean isConstant(String mapped) {
        return mapped.startsWith(CONSTANT);
    }

    /** The value of a row under this column name or constant. */
    static Optional<String> value(CsvRow row, String mapped) {
        return isConstant(mapped) ? Optional.of(mapped.substring(1)) : row.find(mapped);
    }

    static Optional<String> value(CsvRow row, Optional<String> mapped) {
        return mapped.flatMap(name -> value(row, name));
    }
}
