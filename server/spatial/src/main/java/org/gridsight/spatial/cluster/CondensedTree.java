package org.gridsight.spatial.cluster;

import java.util.Arrays;

/**
 * The hierarchy of clusters of at least {@code minSize} points (condensed tree; Campello, Moulavi, Zimek, Sander 2015),
 * grown from the bottom: components join along the edges of a spanning tree, shortest first. A component that reaches
 * the size is a new cluster, smaller ones that meet a cluster belong to it, two clusters that meet get a parent.
 */
final class CondensedTree {

    static final int NONE = -1;

    private final int minSize;
    private final int[] counts;
    /** Root of the component of each place. */
    private final int[] parents;
    /** Points of a component, by its root. */
    private final int[] sizes;
    /** Cluster of a component, by its root, or none. */
    private final int[] clusterOf;
    /** The places of a component without cluster as a chain, and its last by root. */
    private final int[] next;

    private final int[] tails;

    /** Per place: the smallest cluster it is in. */
    final int[] lastCluster;

    /** Per cluster: its parent (the root has none) and the height at which it splits off; children come before parents. */
    int[] parentOf = new int[16];

    double[] births = new double[16];
    /** Points of each cluster. */
    int[] points = new int[16];

    int clusters;

    CondensedTree(int[] counts, int minSize) {
        this.counts = counts;
        this.minSize = minSize;
        int size = counts.length;
        parents = new int[size];
        sizes = counts.clone();
        clusterOf = new int[size];
        next = new int[size];
        tails = new int[size];
        lastCluster = new int[size];
        Arrays.fill(clusterOf, NONE);
        Arrays.fill(next, NONE);
        Arrays.fill(lastCluster, NONE);
        for (int place = 0; place < size; place++) {
            parents[place] = place;
            tails[place] = place;
            if (counts[place] >= minSize) {
                becomeCluster(place);
            }
        }
    }

    /** Joins the components of two places along an edge between them. */
    void join(int one, int other, double height) {
        int a = root(one);
        int b = root(other);
        if (clusterOf[a] != NONE && clusterOf[b] != NONE) {
            meet(a, b, height);
        } else {
            unite(a, b);
        }
    }

    /** Joins two components of which at most one is a cluster. */
    private void unite(int a, int b) {
        boolean keepA = clusterOf[a] != NONE || (clusterOf[b] == NONE && sizes[a] >= sizes[b]);
        int root = keepA ? a : b;
        int part = keepA ? b : a;
        if (clusterOf[root] != NONE) {
            enter(part, clusterOf[root]);
        } else {
            next[tails[root]] = part;
            tails[root] = tails[part];
        }
        parents[part] = root;
        sizes[root] += sizes[part];
        if (clusterOf[root] == NONE && sizes[root] >= minSize) {
            becomeCluster(root);
        }
    }

    /** Two clusters become the children of a new one. */
    private void meet(int a, int b, double height) {
        int parent = open();
        for (int root : new int[] {a, b}) {
            int child = clusterOf[root];
            parentOf[child] = parent;
            births[child] = height;
            points[parent] += points[child];
        }
        int root = sizes[a] >= sizes[b] ? a : b;
        parents[root == a ? b : a] = root;
        clusterOf[root] = parent;
        sizes[root] = points[parent];
    }

    private int open() {
        if (clusters == parentOf.length) {
            parentOf = Arrays.copyOf(parentOf, 2 * clusters);
            births = Arrays.copyOf(births, 2 * clusters);
            points = Arrays.copyOf(points, 2 * clusters);
        }
        parentOf[clusters] = NONE;
        return clusters++;
    }

    private void becomeCluster(int root) {
        clusterOf[root] = open();
        enter(root, clusterOf[root]);
    }

    private void enter(int chain, int cluster) {
        for (int place = chain; place != NONE; place = next[place]) {
            lastCluster[place] = cluster;
            points[cluster] += counts[place];
        }
    }

    private int root(int place) {
        int at = place;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /**
     * The height at which each place leaves the last cluster it is in, seen from the top: where the cluster splits, or
     * where the place comes apart from all others ({@code alone}) if that is earlier. Not a number for places in none.
     */
    double[] leaves(double[] alone) {
        double[] splits = new double[clusters];
        for (int cluster = 0; cluster < clusters; cluster++) {
            if (parentOf[cluster] != NONE) {
                splits[parentOf[cluster]] = births[cluster];
            }
        }
        double[] leaves = new double[alone.length];
        for (int place = 0; place < leaves.length; place++) {
            int cluster = lastCluster[place];
            leaves[place] = cluster == NONE ? Double.NaN : Math.max(alone[place], splits[cluster]);
        }
        return leaves;
    }
}
