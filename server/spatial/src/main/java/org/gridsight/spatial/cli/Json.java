package org.gridsight.spatial.cli;

import java.util.Collection;

/** A JSON object on one line, built key by key. A number that is not finite becomes null, as JSON has no word for it. */
final class Json {

    private final StringBuilder text = new StringBuilder("{");

    Json put(String key, long value) {
        return raw(key, Long.toString(value));
    }

    Json put(String key, double value) {
        return raw(key, number(value));
    }

    Json put(String key, boolean value) {
        return raw(key, Boolean.toString(value));
    }

    Json put(String key, String value) {
        return raw(key, quoted(value));
    }

    Json put(String key, Json value) {
        return raw(key, value.toString());
    }

    Json put(String key, Collection<Json> values) {
        StringBuilder list = new StringBuilder("[");
        for (Json value : values) {
            list.append(list.length() == 1 ? "" : ",").append(value);
        }
        return raw(key, list.append(']').toString());
    }

    @Override
    public String toString() {
        return text + "}";
    }

    private Json raw(String key, String value) {
        text.append(text.length() == 1 ? "" : ",")
                .append(quoted(key))
                .append(':')
                .append(value);
        return this;
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
