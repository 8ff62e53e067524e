package org.gridsight.spatial.cluster;

import java.util.Arrays;

/**
 * Chooses, among all sets of clusters of which none lies inside another, the one with the most excess of mass (Campello,
 * Moulavi, Zimek, Sander 2015). A cluster's mass is, summed over its points, how much denser they get (1 / height) than
 * where the cluster began. The root, which is everything, is never chosen.
 */
final class ExcessOfMass {

    private final CondensedTree tree;
    /** Points at one place are infinitely dense; they count as twice as dense as the densest others. */
    private final double densest;

    private final double[] masses;
    /** Per cluster: the chosen cluster that it is or lies in, or none. */
    final int[] chosen;

    ExcessOfMass(CondensedTree tree, int[] counts, double[] leaves) {
        this.tree = tree;
        densest = 2 / leastPositive(leaves);
        masses = new double[tree.clusters];
        chosen = new int[tree.clusters];
        Arrays.fill(chosen, CondensedTree.NONE);
        for (int place = 0; place < counts.length; place++) {
            int cluster = tree.lastCluster[place];
            if (cluster != CondensedTree.NONE) {
                masses[cluster] += counts[place] * (density(leaves[place]) - birth(cluster));
            }
        }
        for (int cluster = 0; cluster < masses.length; cluster++) {
            int parent = tree.parentOf[cluster];
            if (parent != CondensedTree.NONE) {
                masses[parent] += tree.points[cluster] * (density(tree.births[cluster]) - birth(parent));
            }
        }
        choose();
    }

    private static double leastPositive(double[] heights) {
        double least = Double.POSITIVE_INFINITY;
        for (double height : heights) {
            least = height > 0 ? Math.min(least, height) : least;
        }
        return least;
    }

    private double density(double height) {
        return height > 0 ? 1 / height : densest;
    }

    private double birth(int cluster) {
        return tree.parentOf[cluster] == CondensedTree.NONE ? 0 : density(tree.births[cluster]);
    }

    private void choose() {
        double[] best = new double[masses.length];
        boolean[] better = new boolean[masses.length];
        // children come before their parents: what is inside is settled first
        for (int cluster = 0; cluster < masses.length; cluster++) {
            better[cluster] = masses[cluster] >= best[cluster];
            best[cluster] = Math.max(masses[cluster], best[cluster]);
            int parent = tree.parentOf[cluster];
            if (parent != CondensedTree.NONE) {
                best[parent] += best[cluster];
            }
        }
        for (int cluster = masses.length - 1; cluster >= 0; cluster--) {
            int parent = tree.parentOf[cluster];
            if (parent != CondensedTree.NONE) {
                chosen[cluster] = chosen[parent] != CondensedTree.NONE
                        ? chosen[parent]
                        : better[cluster] ? cluster : CondensedTree.NONE;
            }
        }
    }
}
