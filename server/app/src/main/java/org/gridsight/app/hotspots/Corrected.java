package org.gridsight.app.hotspots;

import java.util.Comparator;
import java.util.stream.IntStream;

/** P-values corrected for their number by the rule of Benjamini and Hochberg (1995): believe q at most the rate. */
final class Corrected {

    private Corrected() {}

    static double[] of(double[] p) {
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[p.length];
        double least = 1;
        for (int rank = order.length; rank >= 1; rank--) {
            least = Math.min(least, p[order[rank - 1]] * order.length / rank);
            q[order[rank - 1]] = least;
        }
        return q;
    }
}
