package org.gridsight.benchmarks;

import java.util.HashMap;
import java.util.Map;

/** How alike two labellings of the same points are (adjusted Rand index; Hubert and Arabie 1985); noise is one cluster. */
final class RandIndex {

    private RandIndex() {}

    static double adjusted(int[] ones, int[] others) {
        Map<Long, Integer> both = new HashMap<>();
        Map<Long, Integer> one = new HashMap<>();
        Map<Long, Integer> other = new HashMap<>();
        for (int i = 0; i < ones.length; i++) {
            both.merge((long) ones[i] << 32 | others[i], 1, Integer::sum);
            one.merge((long) ones[i], 1, Integer::sum);
            other.merge((long) others[i], 1, Integer::sum);
        }
        double together = pairs(both);
        double byOne = pairs(one);
        double byOther = pairs(other);
        double expected = byOne * byOther / (ones.length * (ones.length - 1) / 2.0);
        double largest = (byOne + byOther) / 2;
        return largest == expected ? 1 : (together - expected) / (largest - expected);
    }

    private static double pairs(Map<Long, Integer> counts) {
        return counts.values().stream().mapToDouble(n -> n * (n - 1) / 2.0).sum();
    }
}
