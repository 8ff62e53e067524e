package org.gridsight.spatial.cluster;

/** The clusters of {@link Dbscan} and {@link StDbscan}; a cluster is named after its first core point. */
public final class DensityClusters extends Clusters {

    private final boolean[] core;

    /** Takes the arrays over. */
    DensityClusters(int[] labels, boolean[] core) {
        super(labels);
        this.core = core;
    }

    /** Whether point {@code i}, counted from 0, has enough neighbours itself. */
    public boolean isCore(int i) {
        return core[i];
    }
}
