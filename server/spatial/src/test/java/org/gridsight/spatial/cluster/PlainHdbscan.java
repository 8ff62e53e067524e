package org.gridsight.spatial.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The brute-force twin of the hierarchy: Prim's tree over all pairs, and clusters level by level from the definition. */
final class PlainHdbscan {

    final double[] cores;
    final double weight;
    /** The mutual reachability of all pairs. */
    private final double[][] reach;

    PlainHdbscan(Clouds.Cloud cloud, int minPoints) {
        int size = cloud.size();
        cores = new double[size];
        reach = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double dx = cloud.x()[i] - cloud.x()[j];
                double dy = cloud.y()[i] - cloud.y()[j];
                reach[i][j] = Math.sqrt(dx * dx + dy * dy);
            }
            double[] sorted = reach[i].clone();
            Arrays.sort(sorted);
            cores[i] = sorted[Math.min(minPoints, size) - 1];
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                reach[i][j] = Math.max(reach[i][j], Math.max(cores[i], cores[j]));
            }
        }
        weight = prim(size);
    }

    private double prim(int size) {
        double[] best = new double[size];
        boolean[] done = new boolean[size];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        double sum = 0;
        for (int step = 0; step < size; step++) {
            int next = -1;
            for (int i = 0; i < size; i++) {
                next = !done[i] && (next < 0 || best[i] < best[next]) ? i : next;
            }
            done[next] = true;
            sum += step == 0 ? 0 : best[next];
            for (int i = 0; i < size; i++) {
                best[i] = Math.min(best[i], reach[next][i]);
            }
        }
        return sum;
    }

    /** All lengths that occur, from the longest to the shortest. */
    NavigableSet<Double> heights() {
        NavigableSet<Double> heights = new TreeSet<>();
        for (double[] row : reach) {
            for (double length : row) {
                heights.add(length);
            }
        }
        return heights.descendingSet();
    }

    /** The components of at least {@code minPoints} points when only shorter links than {@code height} hold. */
    List<List<Integer>> components(double height, int minPoints) {
        List<List<Integer>> components = new ArrayList<>();
        boolean[] seen = new boolean[cores.length];
        for (int start = 0; start < cores.length; start++) {
            List<Integer> component = new ArrayList<>();
            if (!seen[start]) {
                seen[start] = true;
                component.add(start);
            }
            for (int at = 0; at < component.size(); at++) {
                for (int j = 0; j < cores.length; j++) {
                    if (!seen[j] && reach[component.get(at)][j] < height) {
                        seen[j] = true;
                        component.add(j);
                    }
                }
            }
            if (component.size() >= minPoints) {
                components.add(component);
            }
        }
        return components;
    }
}
