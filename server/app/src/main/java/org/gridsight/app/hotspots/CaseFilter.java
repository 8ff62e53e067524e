package org.gridsight.app.hotspots;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridsight.app.incidents.DisputeCategory;
import org.gridsight.app.incidents.IncidentKind;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.Box;
import tools.jackson.databind.JsonNode;

/**
 * Which cases a study is about: days, one kind or one sort of dispute, a box. A study is about one matter; several kinds
 * are not mixed, because the busy one would hide the other, except all together.
 *
 * @param from first day; empty for the first case
 * @param to last day, included
 * @param kind empty for all kinds together
 */
record CaseFilter(
        Optional<LocalDate> from,
        LocalDate to,
        Optional<IncidentKind> kind,
        Optional<DisputeCategory> category,
        Optional<Box> box) {

    private static final List<String> NAMES = List.of("from", "to", "category", "bbox");
    /** More would be a mistake in a year. */
    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);

    static CaseFilter of(Optional<IncidentKind> kind, LocalDate to) {
        return new CaseFilter(Optional.empty(), to, kind, Optional.empty(), Optional.empty());
    }

    static CaseFilter of(DisputeCategory category, LocalDate to) {
        return new CaseFilter(
                Optional.empty(), to, Optional.of(IncidentKind.DISPUTE), Optional.of(category), Optional.empty());
    }

    static CaseFilter parse(JsonNode given, LocalDate today, ZoneId zone, Faults faults) {
        if (!given.isObject() && !given.isMissingNode() && !given.isNull()) {
            faults.add("filter", new Text("须为对象。", "must be an object"));
        }
        given.propertyNames().stream()
                .filter(name -> !NAMES.contains(name))
                .forEach(name -> faults.add(
                        "filter." + name,
                        new Text("没有此筛选项，可用：{0}。", "no such filter, allowed: {0}").with(String.join(", ", NAMES))));
        Optional<LocalDate> from = day("from", given.path("from"), zone, faults);
        Optional<LocalDate> to = day("to", given.path("to"), zone, faults);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            faults.add(
                    "filter.to",
                    new Text("结束日 {0} 早于开始日 {1}。", "ends on {0}, before it begins on {1}").with(to.get(), from.get()));
        }
        Optional<String> category = category(given.path("category"), faults);
        Optional<DisputeCategory> dispute = category.flatMap(DisputeCategory::parse);
        Optional<IncidentKind> kind =
                dispute.isPresent() ? Optional.of(IncidentKind.DISPUTE) : category.map(IncidentKind::valueOf);
        return new CaseFilter(from, to.orElse(today), kind, dispute, box(given.path("bbox"), faults));
    }

    /** A date, or a time with offset that stands for its day here; the last day is included. */
    private static Optional<LocalDate> day(String name, JsonNode given, ZoneId zone, Faults faults) {
        if (given.isMissingNode() || given.isNull()) {
            return Optional.empty();
        }
        String text = given.asString("");
        try {
            LocalDate day = text.length() == 10
                    ? LocalDate.parse(text)
                    : OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDate();
            if (!day.isBefore(FIRST) && day.getYear() < 2200) {
                return Optional.of(day);
            }
        } catch (DateTimeException unreadable) {
            // told below
        }
        faults.add(
                "filter." + name,
                new Text(
                                "须为 2024-03-05 这样的日期或带时区的时间，收到 {0}。",
                                "must be a date such as 2024-03-05, or a time with offset, was {0}")
                        .with(Parameter.brief(given)));
        return Optional.empty();
    }

    private static Optional<String> category(JsonNode given, Faults faults) {
        if (given.isMissingNode() || given.isNull()) {
            return Optional.empty();
        }
        String text = given.isString() ? given.asString() : "";
        if (given.isArray() || text.contains(",")) {
            faults.add(
                    "filter.category",
                    new Text(
                            "一次只分析一类：混在一起时，多的会掩盖少的。请分别分析，或不填以合计全部类别。",
                            "one category at a time: mixed, the busy one hides the other. Ask for each by itself,"
                                    + " or leave it out for all kinds together"));
            return Optional.empty();
        }
        boolean known = codes(IncidentKind.values()).contains(text)
                || DisputeCategory.parse(text).isPresent();
        if (!known) {
            faults.add(
                    "filter.category",
                    new Text(
                                    "未知类别 {0}，可用：{1}，或纠纷类别 A01–A18、B01–B17。",
                                    "unknown category {0}, allowed: {1},"
                                            + " or one of the disputes A01 to A18, B01 to B17")
                            .with(Parameter.brief(given), String.join(", ", codes(IncidentKind.values()))));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static List<String> codes(IncidentKind[] kinds) {
        return Arrays.stream(kinds).map(Enum::name).toList();
    }

    private static Optional<Box> box(JsonNode given, Faults faults) {
        if (given.isMissingNode() || given.isNull()) {
            return Optional.empty();
        }
        double[] sides = given.isArray()
                ? given.valueStream()
                        .mapToDouble(side -> side.isNumber() ? side.doubleValue() : Double.NaN)
                        .toArray()
                : Stream.of(given.asString("").split(",", -1))
                        .mapToDouble(CaseFilter::side)
                        .toArray();
        boolean four = sides.length == 4 && Arrays.stream(sides).allMatch(Double::isFinite);
        if (!four || sides[0] > sides[2] || sides[1] > sides[3]) {
            faults.add("filter.bbox", new Text("须为 [西,南,东,北] 四个数。", "must be four numbers [west,south,east,north]"));
            return Optional.empty();
        }
        if (Math.abs(sides[1]) > 90
                || Math.abs(sides[3]) > 90
                || Math.abs(sides[0]) > 180
                || Math.abs(sides[2]) > 180) {
            faults.add(
                    "filter.bbox",
                    new Text("不是经纬度；经度在前，纬度在后，是否写反了？", "no degrees; longitude comes first, were they swapped?"));
            return Optional.empty();
        }
        return Optional.of(new Box(sides[0], sides[1], sides[2], sides[3]));
    }

    private static double side(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException word) {
            return Double.NaN;
        }
    }

    /** As in the request, completed. */
    Map<String, Object> wire() {
        Map<String, Object> wire = new LinkedHashMap<>();
        from.ifPresent(day -> wire.put("from", day.toString()));
        wire.put("to", to.toString());
        code().ifPresent(code -> wire.put("category", code));
        box.ifPresent(b -> wire.put("bbox", List.of(b.west(), b.south(), b.east(), b.north())));
        return wire;
    }

    /** The code of the category, if the study is about one. */
    Optional<String> code() {
        return category.map(Enum::name).or(() -> kind.map(Enum::name));
    }

    Set<IncidentKind> kinds() {
        return kind.<Set<IncidentKind>>map(EnumSet::of).orElse(Set.of());
    }

    /** The category in words. */
    Text words() {
        return category.map(DisputeCategory::text)
                .or(() -> kind.map(IncidentKind::text))
                .orElse(new Text("全部类别合计", "all kinds together"));
    }

    static Instant end(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** For a record of who studied what. */
    String brief() {
        return wire().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
