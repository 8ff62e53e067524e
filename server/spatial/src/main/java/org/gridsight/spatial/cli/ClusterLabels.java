package org.gridsight.spatial.cli;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * The names of clusters in a result file: the smallest id of a point that counts (a core point), where ids are whole
 * numbers above 0 that tell clusters apart; else the row of the first such point.
 */
final class ClusterLabels {

    /** Smallest id by the row that names a cluster inside; empty when rows are the names. */
    private final Map<Integer, Long> smallestIds;

    private ClusterLabels(Map<Integer, Long> smallestIds) {
        this.smallestIds = smallestIds;
    }

    static ClusterLabels of(Places places, IntUnaryOperator label, IntPredicate counts) {
        TextColumn ids = places.ids();
        Map<Integer, Long> smallest = new HashMap<>();
        for (int i = 0; ids != null && i < places.size(); i++) {
            long id = ids.whole(i);
            if (id <= 0) {
                return new ClusterLabels(Map.of());
            }
            if (label.applyAsInt(i) > 0 && counts.test(i)) {
                smallest.merge(label.applyAsInt(i), id, Math::min);
            }
        }
        boolean distinct = new HashSet<>(smallest.values()).size() == smallest.size();
        return new ClusterLabels(distinct ? smallest : Map.of());
    }

    /** The name of the cluster with a label, 0 for noise. */
    long of(int label) {
        Long smallest = smallestIds.get(label);
        return smallest == null ? label : smallest;
    }
}
