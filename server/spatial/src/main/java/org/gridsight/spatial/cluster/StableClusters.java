package org.gridsight.spatial.cluster;

/**
 * The clusters of {@link Hdbscan}, in the order of the points given. A cluster's label is the row, counted from 1, of its
 * first point; 0 is noise. Immutable.
 */
public final class StableClusters {

    private final int[] labels;
    private final double[] probabilities;
    private final double[] outliers;
    private final double treeWeight;
    private final int clusters;
    private final int noise;

    /** Takes the arrays over. */
    StableClusters(int[] labels, double[] probabilities, double[] outliers, double treeWeight) {
        this.labels = labels;
        this.probabilities = probabilities;
        this.outliers = outliers;
        this.treeWeight = treeWeight;
        int own = 0;
        int none = 0;
        for (int i = 0; i < labels.length; i++) {
            own += labels[i] == i + 1 ? 1 : 0;
            none += labels[i] == 0 ? 1 : 0;
        }
        clusters = own;
        noise = none;
    }

    /** How many points there are. */
    public int size() {
        return labels.length;
    }

    /** The label of point {@code i}, counted from 0. */
    public int label(int i) {
        return labels[i];
    }

    /**
     * How firmly point {@code i} belongs to its cluster: 1 less its core distance as a share of the largest in the
     * cluster. 0 for noise and for the loosest point of a cluster.
     */
    public double probability(int i) {
        return probabilities[i];
    }

    /** How far point {@code i} lies from the dense part of its surroundings, 0..1 (GLOSH); noise has a score too. */
    public double outlier(int i) {
        return outliers[i];
    }

    public int clusters() {
        return clusters;
    }

    /** How many points belong to no cluster. */
    public int noise() {
        return noise;
    }

    /** The length of the minimum spanning tree under mutual reachability, metres. */
    public double treeWeight() {
        return treeWeight;
    }
}
