package org.gridsight.spatial.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridsight.spatial.UnusableInput;

/**
 * Reads a JSON text (RFC 8259) into maps, lists, strings, doubles and booleans, null as an empty map: what a boundary
 * file needs, without a library. Depth is bounded.
 */
final class JsonReader {

    private static final int DEEPEST = 64;

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        JsonReader reader = new JsonReader(text);
        Object value = reader.value();
        reader.blanks();
        if (reader.at < text.length()) {
            throw reader.bad("something after the end");
        }
        return value;
    }

    private Object value() {
        blanks();
        char first = peek();
        if (first == '{' || first == '[') {
            if (++depth > DEEPEST) {
                throw bad("more than " + DEEPEST + " levels");
            }
            Object nested = first == '{' ? object() : list();
            depth--;
            return nested;
        }
        if (first == '"') {
            return string();
        }
        return word();
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        blanks();
        while (peek() != '}') {
            if (!object.isEmpty()) {
                expect(',');
                blanks();
            }
            String key = string();
            blanks();
            expect(':');
            object.put(key, value());
            blanks();
        }
        at++;
        return object;
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        at++;
        blanks();
        while (peek() != ']') {
            if (!list.isEmpty()) {
                expect(',');
            }
            list.add(value());
            blanks();
        }
        at++;
        return list;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        for (char c = take(); c != '"'; c = take()) {
            string.append(c == '\\' ? escaped(take()) : c);
        }
        return string.toString();
    }

    private char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                int code = 0;
                for (int i = 0; i < 4; i++) {
                    code = code * 16 + Math.max(0, Character.digit(take(), 16));
                }
                yield (char) code;
            }
            default -> c;
        };
    }

    private Object word() {
        int start = at;
        while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        switch (word) {
            case "null":
                return Map.of();
            case "true":
                return true;
            case "false":
                return false;
            default:
                try {
                    return Double.valueOf(word);
                } catch (NumberFormatException notOne) {
                    throw bad("'" + NumberColumn.shown(word) + "' is no value");
                }
        }
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n\uFEFF".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw bad("the text ends too early");
        }
        return text.charAt(at);
    }

    private char take() {
        char c = peek();
        at++;
        return c;
    }

    private void expect(char wanted) {
        if (take() != wanted) {
            throw bad("expected " + wanted);
        }
    }

    private UnusableInput bad(String what) {
        return new UnusableInput("not JSON at character " + at + ": " + what);
    }
}
