package org.gridsight.spatial.cluster;

/**
 * Which points belong together, in the order of the points given. A cluster's label is the row, counted from 1, of its
 * first core point; 0 is noise. Immutable.
 */
public final class DensityClusters {

    private final int[] labels;
    private final boolean[] core;
    private final int clusters;
    private final int noise;

    /** Takes the arrays over. */
    DensityClusters(int[] labels, boolean[] core) {
        this.labels = labels;
        this.core = core;
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

    /** Whether point {@code i}, counted from 0, has enough neighbours itself. */
    public boolean isCore(int i) {
        return core[i];
    }

    public int clusters() {
        return clusters;
    }

    /** How many points belong to no cluster. */
    public int noise() {
        return noise;
    }
}
