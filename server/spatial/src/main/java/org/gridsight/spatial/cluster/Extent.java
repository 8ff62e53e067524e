package org.gridsight.spatial.cluster;

/** The least and the greatest of a run of values, one behind the other in an array of such pairs. */
final class Extent {

    private Extent() {}

    /** Measures {@code values[from..to)}, which is not empty, into {@code pairs[at]} and the next. */
    static void measure(double[] values, int from, int to, double[] pairs, int at) {
        double least = values[from];
        double most = values[from];
        for (int i = from + 1; i < to; i++) {
            least = Math.min(least, values[i]);
            most = Math.max(most, values[i]);
        }
        pairs[at] = least;
        pairs[at + 1] = most;
    }
}
