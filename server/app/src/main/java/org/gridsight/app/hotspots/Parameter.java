package org.gridsight.app.hotspots;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * One parameter of a method: its name in both languages, its sort, its usual value and its limits.
 *
 * @param unit such as {@code m}; empty for numbers without one
 * @param least for numbers, included
 * @param most for numbers, included; lengths in metres are also held against the extent of the town
 */
record Parameter(
        String name, Text text, Sort sort, String unit, Object usual, double least, double most, List<String> choices) {

    /** What a value may be, and its name on the wire. */
    enum Sort {
        METRES("number"),
        NUMBER("number"),
        WHOLE("integer"),
        CHOICE("choice");

        private final String type;

        Sort(String type) {
            this.type = type;
        }
    }

    static Parameter metres(String name, Text text, double usual, double least, double most) {
        return new Parameter(name, text, Sort.METRES, "m", usual, least, most, List.of());
    }

    static Parameter number(String name, Text text, double usual, double least, double most) {
        return new Parameter(name, text, Sort.NUMBER, "", usual, least, most, List.of());
    }

    static Parameter whole(String name, Text text, long usual, long least, long most) {
        return new Parameter(name, text, Sort.WHOLE, "", usual, least, most, List.of());
    }

    /** The first choice is the usual one. */
    static Parameter choice(String name, Text text, String... choices) {
        return new Parameter(name, text, Sort.CHOICE, "", choices[0], 0, 0, List.of(choices));
    }

    Parameter inDays() {
        return new Parameter(name, text, sort, "d", usual, least, most, choices);
    }

    /** What a form needs to ask for it. */
    Map<String, Object> wire() {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("name", name);
        wire.put("zh", text.zh());
        wire.put("en", text.en());
        if (!unit.isEmpty()) {
            wire.put("unit", unit);
        }
        wire.put("type", sort.type);
        wire.put("default", usual);
        if (sort == Sort.CHOICE) {
            wire.put("choices", choices);
        } else {
            wire.put("min", sort == Sort.WHOLE ? (Object) (long) least : (Object) least);
            wire.put("max", sort == Sort.WHOLE ? (Object) (long) most : (Object) most);
        }
        return wire;
    }

    /** The value given, or the usual one when it is absent or faulty. */
    Object read(JsonNode given, double extentMetres, Faults faults) {
        if (given.isMissingNode() || given.isNull()) {
            return sort == Sort.METRES ? Math.min((double) usual, extentMetres) : usual;
        }
        Optional<Object> value = sort == Sort.CHOICE ? chosen(given, faults) : counted(given, extentMetres, faults);
        return value.orElse(usual);
    }

    private Optional<Object> chosen(JsonNode given, Faults faults) {
        if (given.isString() && choices.contains(given.asString())) {
            return Optional.of(given.asString());
        }
        fault(faults, "未知值 {0}，可用：{1}。", "unknown value {0}, allowed: {1}", given, String.join(", ", choices));
        return Optional.empty();
    }

    private Optional<Object> counted(JsonNode given, double extentMetres, Faults faults) {
        boolean fits = given.isNumber()
                && Double.isFinite(given.doubleValue())
                && given.doubleValue() >= least
                && given.doubleValue() <= most;
        boolean whole = sort != Sort.WHOLE || (fits && given.doubleValue() == Math.rint(given.doubleValue()));
        if (!fits || !whole) {
            String what = sort == Sort.WHOLE ? "整数" : "数";
            String thing = sort == Sort.WHOLE ? "a whole number" : "a number";
            faults.add(
                    field(),
                    new Text("须为 {0} 至 {1} 的" + what + "，收到 {2}。", "must be " + thing + " of {0} to {1}, was {2}")
                            .with(plain(least), plain(most), brief(given)));
            return Optional.empty();
        }
        if (sort == Sort.METRES && given.doubleValue() > extentMetres) {
            fault(
                    faults,
                    "{0} 米大于辖区本身（约 {1} 米），请取较小的值。",
                    "{0} m is larger than the town itself (about {1} m); take less",
                    given,
                    plain(Math.floor(extentMetres)));
            return Optional.empty();
        }
        return Optional.of(sort == Sort.WHOLE ? (Object) given.longValue() : (Object) given.doubleValue());
    }

    private void fault(Faults faults, String zh, String en, JsonNode given, String more) {
        faults.add(field(), new Text(zh, en).with(brief(given), more));
    }

    private String field() {
        return "parameters." + name;
    }

    static String brief(JsonNode given) {
        String text = given.isString() ? given.asString() : given.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
