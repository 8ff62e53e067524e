package org.gridsight.spatial.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridsight.spatial.UnusableInput;
import org.jspecify.annotations.Nullable;

/** The options of one call, checked against what the command understands. Every refusal names the option. */
final class Options {

    private final Map<String, String> values = new HashMap<>();

    /** Reads {@code --name value}, {@code --name=value} and bare switches; {@code first} is the index of the first. */
    Options(List<Option> known, String[] arguments, int first) {
        for (int i = first; i < arguments.length; i++) {
            String argument = arguments[i];
            if (!argument.startsWith("--")) {
                throw new UnusableInput("expected an option that begins with --, was " + argument);
            }
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument.substring(2) : argument.substring(2, equals);
            Option option = find(known, name);
            String value = "";
            if (option.isSwitch()) {
                if (equals >= 0) {
                    throw new UnusableInput("--" + name + " takes no value");
                }
            } else if (equals >= 0) {
                value = argument.substring(equals + 1);
            } else if (i + 1 < arguments.length && !arguments[i + 1].startsWith("--")) {
                value = arguments[++i];
            }
            if (!option.isSwitch() && value.isEmpty()) {
                throw new UnusableInput("--" + name + " needs a value: " + option.value());
            }
            if (values.put(name, value) != null) {
                throw new UnusableInput("--" + name + " is given twice");
            }
        }
    }

    private static Option find(List<Option> known, String name) {
        for (Option option : known) {
            if (option.name().equals(name)) {
                return option;
            }
        }
        StringBuilder names = new StringBuilder();
        known.forEach(option -> names.append(" --").append(option.name()));
        throw new UnusableInput("unknown option --" + name + "; this command takes" + names);
    }

    boolean has(Option option) {
        return values.containsKey(option.name());
    }

    String text(Option option) {
        String value = values.get(option.name());
        if (value == null) {
            throw new UnusableInput("--" + option.name() + " " + option.value() + " is missing: " + option.help());
        }
        return value;
    }

    @Nullable
    String textOrNull(Option option) {
        return values.get(option.name());
    }

    /** A finite number, required. */
    double number(Option option) {
        String text = text(option);
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notOne) {
            // refused below, like infinity and NaN
        }
        throw new UnusableInput("--" + option.name() + " must be a number, was " + text);
    }

    double number(Option option, double fallback) {
        return has(option) ? number(option) : fallback;
    }

    /** A finite number above 0, required. */
    double positive(Option option) {
        double value = number(option);
        if (!(value > 0)) {
            throw new UnusableInput("--" + option.name() + " must be above 0, was " + text(option));
        }
        return value;
    }

    /** A share above 0 and below 1. */
    double share(Option option, double fallback) {
        double value = number(option, fallback);
        if (!(value > 0 && value < 1)) {
            throw new UnusableInput("--" + option.name() + " must lie between 0 and 1, was " + text(option));
        }
        return value;
    }

    /** A whole number of at least {@code least}, required. */
    int whole(Option option, int least) {
        String text = text(option);
        int value;
        try {
            value = Integer.parseInt(text);
        } catch (NumberFormatException notOne) {
            throw new UnusableInput("--" + option.name() + " must be a whole number, was " + text);
        }
        if (value < least) {
            throw new UnusableInput("--" + option.name() + " must be at least " + least + ", was " + text);
        }
        return value;
    }

    int whole(Option option, int least, int fallback) {
        return has(option) ? whole(option, least) : fallback;
    }

    /** A day written like 2026-03-01, required, as days since 1970. */
    int day(Option option) {
        try {
            return (int) LocalDate.parse(text(option)).toEpochDay();
        } catch (DateTimeParseException notOne) {
            throw new UnusableInput("--" + option.name() + " must be a date like 2026-03-01, was " + text(option));
        }
    }

    /** Any whole number that fits 64 bits, for seeds. */
    long seed(Option option, long fallback) {
        if (!has(option)) {
            return fallback;
        }
        try {
            return Long.parseLong(text(option));
        } catch (NumberFormatException notOne) {
            throw new UnusableInput("--" + option.name() + " must be a whole number, was " + text(option));
        }
    }
}
