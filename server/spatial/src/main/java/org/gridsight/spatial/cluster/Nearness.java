package org.gridsight.spatial.cluster;

/**
 * Which points are neighbours: at most {@code eps} metres and, when time plays a part, at most {@code gap} apart in it.
 * Distances are compared as squares of the differences of the given coordinates, never of rounded or moved ones.
 */
final class Nearness {

    private final double[] xs;
    private final double[] ys;
    private final double[] ts;
    final double squaredEps;
    final double gap;

    Nearness(CellOrder cells, double eps, double gap) {
        xs = cells.xs;
        ys = cells.ys;
        ts = cells.ts;
        squaredEps = eps * eps;
        this.gap = gap;
    }

    boolean timed() {
        return ts.length > 0;
    }

    /** How many points of {@code from..to} are neighbours of point {@code p}; stops counting at {@code enough}. */
    int count(int p, int from, int to, int enough) {
        return timed() ? countTimed(p, from, to, enough) : countPlaces(p, from, to, enough);
    }

    private int countPlaces(int p, int from, int to, int enough) {
        double x = xs[p];
        double y = ys[p];
        int found = 0;
        for (int q = from; q < to && found < enough; q++) {
            double dx = xs[q] - x;
            double dy = ys[q] - y;
            found += dx * dx + dy * dy <= squaredEps ? 1 : 0;
        }
        return found;
    }

    private int countTimed(int p, int from, int to, int enough) {
        int found = 0;
        for (int q = from; q < to && found < enough; q++) {
            found += squaredDistance(p, q) <= squaredEps && Math.abs(ts[q] - ts[p]) <= gap ? 1 : 0;
        }
        return found;
    }

    /** The neighbour of {@code p} in {@code from..to} that is to be preferred, or {@code best} (-1: none yet). */
    int nearest(int p, int from, int to, int best) {
        int nearest = best;
        double limit = best < 0 ? squaredEps : squaredDistance(p, best);
        for (int q = from; q < to; q++) {
            double squared = squaredDistance(p, q);
            if (squared <= limit && within(p, q) && (nearest < 0 || squared < limit || preferred(p, q, nearest))) {
                nearest = q;
                limit = squared;
            }
        }
        return nearest;
    }

    private boolean within(int p, int q) {
        return !timed() || Math.abs(ts[q] - ts[p]) <= gap;
    }

    /** Of two neighbours at the same distance: the nearer in time, then the western, the southern, the earlier one. */
    private boolean preferred(int p, int one, int other) {
        if (timed()) {
            int byTime = Double.compare(Math.abs(ts[one] - ts[p]), Math.abs(ts[other] - ts[p]));
            if (byTime != 0) {
                return byTime < 0;
            }
        }
        if (xs[one] != xs[other]) {
            return xs[one] < xs[other];
        }
        return ys[one] < ys[other] || (ys[one] == ys[other] && timed() && ts[one] < ts[other]);
    }

    double squaredDistance(int p, int q) {
        double dx = xs[q] - xs[p];
        double dy = ys[q] - ys[p];
        return dx * dx + dy * dy;
    }
}
