package org.gridsight.spatial.cluster;

import java.util.Arrays;

/**
 * The hierarchy of clusters of at least {@code minSize} points (condensed tree; Campello, Moulavi, Zimek, Sander 2015),
 * grown from the bottom: components join along the edges of a spanning tree, shortest first. A component that reaches
 * the size is a new cluster, smaller ones that meet a cluster belong to it, clusters that meet get a parent. Edges of one
 * length act together: clusters that meet at one height are all children of one parent.
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

    /** Joins components along all edges of one length: numbers {@code first} to {@code last} of {@code order}. */
    void join(ReachabilityTree.Edges edges, int[] order, int first, int last, double height) {
        int meetings = 0;
        int[] met = new int[2 * (last - first)];
        // components without cluster first, so that a meeting of clusters is seen as one
        for (int i = first; i < last; i++) {
            int a = root(edges.from()[order[i]]);
            int b = root(edges.to()[order[i]]);
            if (clusterOf[a] != NONE && clusterOf[b] != NONE) {
                met[meetings++] = a;
                met[meetings++] = b;
            } else {
                unite(a, b);
            }
        }
        for (int i = first; i < last; i++) {
            int root = root(edges.from()[order[i]]);
            if (clusterOf[root] == NONE && sizes[root] >= minSize) {
                becomeCluster(root);
            }
        }
        if (meetings > 0) {
            meet(Arrays.copyOf(met, meetings), height);
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
    }

    /** Joins clusters at one height, given by their roots in pairs; those that come together get one parent. */
    private void meet(int[] pairs, double height) {
        for (int i = 0; i < pairs.length; i += 2) {
            int a = root(pairs[i]);
            int b = root(pairs[i + 1]);
            parents[a] = b;
        }
        long[] groups = new long[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            groups[i] = (long) root(pairs[i]) << 32 | pairs[i];
        }
        Arrays.sort(groups);
        int group = NONE;
        int parent = NONE;
        for (int i = 0; i < groups.length; i++) {
            int root = (int) (groups[i] >>> 32);
            if (root != group) {
                close(group, parent);
                group = root;
                parent = open();
            }
            if (i == 0 || groups[i] != groups[i - 1]) {
                int child = clusterOf[(int) groups[i]];
                parentOf[child] = parent;
                births[child] = height;
                points[parent] += points[child];
            }
        }
        close(group, parent);
    }

    private void close(int root, int cluster) {
        if (root != NONE) {
            clusterOf[root] = cluster;
            sizes[root] = points[cluster];
        }
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
