package org.gridsight.benchmarks;

import java.util.Locale;

/** One line of the result table, printed as Markdown. */
final class Row {

    private Row() {}

    /** Prints class, circumstances, what was measured, and the mark it is held against. */
    static void print(Class<?> benchmark, String on, String result, String mark) {
        System.out.printf(Locale.ROOT, "| `%s` | %s | %s | %s |%n", benchmark.getSimpleName(), on, result, mark);
    }
}
