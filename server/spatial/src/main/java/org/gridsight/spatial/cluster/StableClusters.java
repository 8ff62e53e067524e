package org.gridsight.spatial.cluster;

/** The clusters of {@link Hdbscan}; a cluster is named after its first point. */
public final class StableClusters extends Clusters {

    private final double[] probabilities;
    private final double[] outliers;
    private final double treeWeight;

    /** Takes the arrays over. */
    StableClusters(int[] labels, double[] probabilities, double[] outliers, double treeWeight) {
        super(labels);
        this.probabilities = probabilities;
        this.outliers = outliers;
        this.treeWeight = treeWeight;
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

    /** The length of the minimum spanning tree under mutual reachability, metres. */
    public double treeWeight() {
        return treeWeight;
    }
}
