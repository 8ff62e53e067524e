package org.gridsight.benchmarks;

import java.util.HashMap;
import java.util.Map;

/** Arguments of the form {@code --name value}. */
final class Arguments {

    private final Map<String, String> values = new HashMap<>();

    Arguments(String[] arguments) {
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException("arguments must come in pairs: --name value");
        }
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--")) {
                throw new IllegalArgumentException("expected --name, was " + arguments[i]);
            }
            values.put(arguments[i].substring(2), arguments[i + 1]);
        }
    }

    String text(String name, String fallback) {
        return values.getOrDefault(name, fallback);
    }

    String required(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return value;
    }

    int number(String name, int fallback) {
        return Integer.parseInt(text(name, String.valueOf(fallback)));
    }
}
