package org.gridsight.spatial.cluster;

/** The brute-force twin: looks at every pair, written from the definition. */
final class PlainDbscan {

    final boolean[] core;
    final int[] labels;

    private final double[] x;
    private final double[] y;
    private final double[] t;
    private final double eps;
    private final double gap;

    PlainDbscan(Clouds.Cloud cloud, double[] t, double eps, double gap, int minPoints) {
        this.x = cloud.x();
        this.y = cloud.y();
        this.t = t;
        this.eps = eps;
        this.gap = gap;
        core = new boolean[x.length];
        labels = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            int neighbours = 0;
            for (int j = 0; j < x.length; j++) {
                neighbours += near(i, j) ? 1 : 0;
            }
            core[i] = neighbours >= minPoints;
        }
        for (int i = 0; i < x.length; i++) {
            if (core[i] && labels[i] == 0) {
                spread(i, i + 1);
            }
        }
        for (int i = 0; i < x.length; i++) {
            if (!core[i]) {
                labels[i] = labelOfNearestCore(i);
            }
        }
    }

    private boolean near(int i, int j) {
        return squared(i, j) <= eps * eps && Math.abs(t[i] - t[j]) <= gap;
    }

    private double squared(int i, int j) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        return dx * dx + dy * dy;
    }

    private void spread(int i, int label) {
        labels[i] = label;
        for (int j = 0; j < x.length; j++) {
            if (core[j] && labels[j] == 0 && near(i, j)) {
                spread(j, label);
            }
        }
    }

    private int labelOfNearestCore(int i) {
        int best = -1;
        for (int j = 0; j < x.length; j++) {
            if (core[j] && near(i, j) && (best < 0 || before(i, j, best))) {
                best = j;
            }
        }
        return best < 0 ? 0 : labels[best];
    }

    private boolean before(int i, int one, int other) {
        double[][] ranks = {
            {squared(i, one), squared(i, other)},
            {Math.abs(t[i] - t[one]), Math.abs(t[i] - t[other])},
            {x[one], x[other]},
            {y[one], y[other]},
            {t[one], t[other]}
        };
        for (double[] rank : ranks) {
            if (rank[0] != rank[1]) {
                return rank[0] < rank[1];
            }
        }
        return false;
    }
}
