package org.gridsight.app.hotspots;

import java.util.List;
import java.util.Optional;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * One parameter of a method: its sort, its usual value and its limits.
 *
 * @param least for numbers, included
 * @param most for numbers, included; lengths in metres are also held against the extent of the town
 */
record Parameter(String name, Sort sort, Object usual, double least, double most, List<String> choices) {

    /** What a value may be. */
    enum Sort {
        METRES,
        NUMBER,
        WHOLE,
        CHOICE
    }

    static Parameter metres(String name, double usual, double least, double most) {
        return new Parameter(name, Sort.METRES, usual, least, most, List.of());
    }

    static Parameter number(String name, double usual, double least, double most) {
        return new Parameter(name, Sort.NUMBER, usual, least, most, List.of());
    }

    static Parameter whole(String name, long usual, long least, long most) {
        return new Parameter(name, Sort.WHOLE, usual, least, most, List.of());
    }

    /** The first choice is the usual one. */
    static Parameter choice(String name, String... choices) {
        return new Parameter(name, Sort.CHOICE, choices[0], 0, 0, List.of(choices));
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
