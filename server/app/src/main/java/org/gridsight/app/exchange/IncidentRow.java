package org.gridsight.app.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridsight.app.incidents.DisputeCategory;
import org.gridsight.app.incidents.IncidentKind;
import org.gridsight.app.incidents.IncidentSource;
import org.gridsight.app.incidents.NewIncident;
import org.gridsight.app.incidents.PlausibleTime;
import org.gridsight.app.incidents.Siting;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.FieldFault;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.kernel.Text;
import org.gridsight.gisdata.crs.CrsRefused;
import org.gridsight.gisdata.format.CsvRow;
import org.locationtech.jts.geom.Coordinate;

/** Turns one row of a file into a report, or says everything that is wrong with it. */
final class IncidentRow {

    private static final int TITLE = 200;
    private static final int DESCRIPTION = 4_000;
    private static final int ADDRESS = 300;
    private static final int CATEGORY = 40;
    private static final List<DateTimeFormatter> LOCAL_TIMES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE_TIME,
            DateTimeFormatter.ofPattern("yyyy-M-d H:mm[:ss]"),
            DateTimeFormatter.ofPattern("yyyy/M/d H:mm[:ss]"),
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss"));
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ofPattern("yyyy-M-d"),
            DateTimeFormatter.ofPattern("yyyy/M/d"),
            DateTimeFormatter.BASIC_ISO_DATE);

    private final IncidentMapping mapping;
    private final Rules rules;
    private final Scope scope;
    private final Instant now;

    /** What a report over HTTP has to keep to as well. */
    record Rules(Siting siting, PlausibleTime times) {}

    /** @param scope outside which nothing is taken */
    IncidentRow(IncidentMapping mapping, Rules rules, Scope scope, Instant now) {
        this.mapping = mapping;
        this.rules = rules;
        this.scope = scope;
        this.now = now;
    }

    /** Empty when the row is bad; then {@code faults} says why. */
    Optional<NewIncident> read(CsvRow row, Faults faults) {
        row.fault().ifPresent(fault -> faults.add("row", new Text(fault.detail(), fault.detail())));
        if (row.fault().isPresent()) {
            return Optional.empty();
        }
        Optional<IncidentKind> kind = readKind(row, faults);
        Optional<Instant> when = readTime(row, faults);
        Optional<IncidentSource> source = IncidentMapping.value(row, mapping.source())
                .map(word -> faults.oneOf("source", word, IncidentSource.class))
                .orElse(Optional.of(IncidentSource.SUPERIOR));
        Optional<NewIncident.Where> where = readPlace(row, when.orElse(now), faults);
        Words words = readWords(row, faults);
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                report(kind.orElseThrow(), words, source.orElseThrow(), when.orElseThrow(), where.orElseThrow()));
    }

    /** What a row says in words, each part fit to be stored. */
    private record Words(
            Optional<String> category,
            Optional<String> title,
            Optional<String> description,
            Optional<String> address) {}

    private Words readWords(CsvRow row, Faults faults) {
        return new Words(
                words(row, "category", mapping.category(), faults),
                words(row, "title", mapping.title(), faults),
                words(row, "description", mapping.description(), faults),
                words(row, "address", mapping.address(), faults));
    }

    private static Optional<String> words(CsvRow row, String field, Optional<String> mapped, Faults faults) {
        // too long is cut later, not refused: the file's author is seldom here to shorten it
        return IncidentMapping.value(row, mapped).flatMap(text -> faults.text(field, text, Integer.MAX_VALUE));
    }

    private static NewIncident report(
            IncidentKind kind, Words words, IncidentSource source, Instant when, NewIncident.Where where) {
        Optional<String> category = words.category();
        String given = words.description().orElse("");
        boolean usable = category.filter(word -> isCategory(kind, word)).isPresent();
        // a word that cannot be the category is kept where a person reads it
        String description = usable || category.isEmpty() ? given : (given + " [" + category.get() + "]").strip();
        String title = words.title().or(() -> category).orElse(kind.text().zh());
        return new NewIncident(
                kind,
                usable ? category.orElse(null) : null,
                null,
                cut(title, TITLE),
                cut(description, DESCRIPTION),
                words.address().map(text -> cut(text, ADDRESS)).orElse(null),
                source,
                when,
                where,
                null);
    }

    private static boolean isKind(String word) {
        return Arrays.stream(IncidentKind.values()).anyMatch(kind -> kind.name().equals(word));
    }

    private static boolean isCategory(IncidentKind kind, String word) {
        return kind == IncidentKind.DISPUTE ? DisputeCategory.parse(word).isPresent() : word.length() <= CATEGORY;
    }

    private Optional<IncidentKind> readKind(CsvRow row, Faults faults) {
        Optional<String> word = faults.required(
                "kind", IncidentMapping.value(row, mapping.kind()).orElse(""));
        Optional<IncidentKind> mapped = word.map(mapping.kindValues()::get);
        if (mapped.isPresent()) {
            return mapped;
        }
        Optional<IncidentKind> others = word.filter(name -> !isKind(name))
                .flatMap(name -> Optional.ofNullable(mapping.kindValues().get(IncidentMapping.OTHER_WORDS)));
        return others.isPresent() ? others : word.flatMap(name -> faults.oneOf("kind", name, IncidentKind.class));
    }

    private Optional<Instant> readTime(CsvRow row, Faults faults) {
        Optional<String> text = faults.required(
                "occurredAt", IncidentMapping.value(row, mapping.occurredAt()).orElse(""));
        Optional<Instant> time = text.flatMap(given -> parseTime(given, mapping.zone()));
        if (text.isPresent() && time.isEmpty()) {
            faults.add("occurredAt", new Text("无法识别的时间 {0}。", "cannot read the time {0}").with(text.get()));
        }
        return time.filter(given -> rules.times().accepts(given, now, "occurredAt", faults));
    }

    static Optional<Instant> parseTime(String text, ZoneId zone) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notOffset) {
            for (DateTimeFormatter format : LOCAL_TIMES) {
                Optional<Instant> time = attempt(
                        () -> LocalDateTime.parse(text, format).atZone(zone).toInstant());
                if (time.isPresent()) {
                    return time;
                }
            }
            for (DateTimeFormatter format : DATES) {
                Optional<Instant> time = attempt(
                        () -> LocalDate.parse(text, format).atStartOfDay(zone).toInstant());
                if (time.isPresent()) {
                    return time;
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<Instant> attempt(java.util.function.Supplier<Instant> parse) {
        try {
            return Optional.of(parse.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<NewIncident.Where> readPlace(CsvRow row, Instant when, Faults faults) {
        Optional<Double> x = readNumber(row, mapping.x(), faults);
        Optional<Double> y = readNumber(row, mapping.y(), faults);
        if (x.isEmpty() || y.isEmpty()) {
            return Optional.empty();
        }
        try {
            return rules.siting()
                    .site(new Coordinate(x.get(), y.get()), mapping.crs(), when, faults)
                    .filter(where -> isInScope(where, faults));
        } catch (CrsRefused refused) {
            String why = String.valueOf(refused.getMessage());
            faults.add("location", new Text(why, why));
            return Optional.empty();
        }
    }

    private boolean isInScope(NewIncident.Where where, Faults faults) {
        boolean inside = scope.covers(where.gridCode());
        if (!inside) {
            faults.add("location", CommonReason.OUTSIDE_SCOPE.text().with(where.gridName()));
        }
        return inside;
    }

    private static Optional<Double> readNumber(CsvRow row, String column, Faults faults) {
        Optional<String> text =
                faults.required(column, IncidentMapping.value(row, column).orElse(""));
        try {
            return text.map(Double::parseDouble).filter(Double::isFinite).or(() -> {
                text.ifPresent(word -> faults.add(column, notANumber(word)));
                return Optional.empty();
            });
        } catch (NumberFormatException e) {
            faults.add(column, notANumber(text.orElse("")));
            return Optional.empty();
        }
    }

    private static Text notANumber(String word) {
        return new Text("{0} 不是有效数字。", "{0} is not a finite number").with(word);
    }

    /** All faults of a row in one line, each under the name of the file's own column where one column is to blame. */
    String sentence(List<FieldFault> faults, Locale locale) {
        return faults.stream()
                .map(fault -> column(fault.field())
                        .map(name -> name + ": " + fault.message().in(locale))
                        .orElse(fault.message().in(locale)))
                .collect(Collectors.joining("; "));
    }

    private Optional<String> column(String field) {
        if (field.equals("row") || field.startsWith("location")) {
            return Optional.empty();
        }
        Map<String, String> columns = Map.of(
                "kind",
                mapping.kind(),
                "occurredAt",
                mapping.occurredAt(),
                "source",
                mapping.source().orElse("source"),
                "category",
                mapping.category().orElse("category"),
                "title",
                mapping.title().orElse("title"),
                "description",
                mapping.description().orElse("description"),
                "address",
                mapping.address().orElse("address"));
        return Optional.of(columns.getOrDefault(field, field)).filter(name -> !IncidentMapping.isConstant(name));
    }

    /** Never between the two halves of a character outside the basic plane. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, splits ? most - 1 : most).strip();
    }
}
