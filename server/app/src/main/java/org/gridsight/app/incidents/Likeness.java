package org.gridsight.app.incidents;

import java.util.HashMap;
import java.util.Map;

/**
 * How alike two short texts are, 0 to 1: Dice's coefficient over pairs of neighbouring letters. Needs no word borders,
 * so it serves Chinese as well as English.
 */
final class Likeness {

    private Likeness() {}

    static double between(String one, String other) {
        Map<String, Integer> pairs = pairs(one);
        Map<String, Integer> others = pairs(other);
        int total = sum(pairs) + sum(others);
        if (total == 0) {
            return normal(one).equals(normal(other)) ? 1 : 0;
        }
        int shared = 0;
        for (Map.Entry<String, Integer> pair : pairs.entrySet()) {
            shared += Math.min(pair.getValue(), others.getOrDefault(pair.getKey(), 0));
        }
        return 2.0 * shared / total;
    }

    private static Map<String, Integer> pairs(String text) {
        int[] letters = normal(text).codePoints().toArray();
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i + 1 < letters.length; i++) {
            counts.merge(new String(letters, i, 2), 1, Integer::sum);
        }
        return counts;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String normal(String text) {
        return text.toLowerCase(java.util.Locale.ROOT).replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]+", "");
    }
}
