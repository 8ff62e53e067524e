package org.gridsight.spatial.cluster;

import java.util.Arrays;

/**
 * Chooses, among all sets of clusters of which none lies inside another, the one with the most excess of mass (Campello,
 * Moulavi, Zimek, Sander 2015). A cluster's mass is, summed over its points, how much denser they get (1 / height) than
 * where the cluster began. The root, which is everything, is never chosen.
 * <p>A cluster around one place that holds enough points by itself is infinitely dense. As in R's dbscan no such mass
 * outbids the cluster around it: many points at one place tell how places were recorded, not where the ground is dense.
 */
final class ExcessOfMass {

    private final CondensedTree tree;
    private final double[] masses;
    /** Per cluster: the chosen cluster that it is or lies in, or none. */
    final int[] chosen;

    ExcessOfMass(CondensedTree tree, int[] counts, double[] leaves) {
        this.tree = tree;
        masses = new double[tree.clusters];
        chosen = new int[tree.clusters];
        Arrays.fill(chosen, CondensedTree.NONE);
        for (int place = 0; place < counts.length; place++) {
            int cluster = tree.lastCluster[place];
            if (cluster != CondensedTree.NONE) {
                masses[cluster] += counts[place] * (1 / leaves[place] - birth(cluster));
            }
        }
        for (int cluster = 0; cluster < masses.length; cluster++) {
            int parent = tree.parentOf[cluster];
            if (parent != CondensedTree.NONE) {
                masses[parent] += tree.points[cluster] * (1 / tree.births[cluster] - birth(parent));
            }
        }
        choose();
    }

    private double birth(int cluster) {
        return tree.parentOf[cluster] == CondensedTree.NONE ? 0 : 1 / tree.births[cluster];
    }

    private void choose() {
        double[] inside = new double[masses.length];
        boolean[] better = new boolean[masses.length];
        // children come before their parents: what is inside is settled first
        for (int cluster = 0; cluster < masses.length; cluster++) {
            boolean outbid = inside[cluster] > masses[cluster] && inside[cluster] < Double.POSITIVE_INFINITY;
            better[cluster] = !outbid;
            int parent = tree.parentOf[cluster];
            if (parent != CondensedTree.NONE) {
                inside[parent] += outbid ? inside[cluster] : masses[cluster];
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
