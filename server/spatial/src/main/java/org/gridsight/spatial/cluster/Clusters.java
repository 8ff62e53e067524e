package org.gridsight.spatial.cluster;

/**
 * Which points belong together, in the order of the points given. A cluster's label is the row, counted from 1, of its
 * first point that counts; 0 is noise. Immutable.
 */
public abstract sealed class Clusters permits DensityClusters, StableClusters {

    private final int[] labels;
    private final int clusters;
    private final int noise;

    /** Takes the array over. */
    Clusters(int[] labels) {
        this.labels = labels;
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
    public final int size() {
        return labels.length;
    }

    /** The label of point {@code i}, counted from 0. */
    public final int label(int i) {
        return labels[i];
    }

    /** How many clusters there are. */
    public final int clusters() {
        return clusters;
    }

    /** How many points belong to no cluster. */
    public final int noise() {
        return noise;
    }
}
