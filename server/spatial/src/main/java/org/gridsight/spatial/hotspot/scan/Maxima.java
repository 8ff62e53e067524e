package org.gridsight.spatial.hotspot.scan;

import java.util.Arrays;
import java.util.Optional;

/** The highest ratio of each replica that was done, and what it says about a ratio of the data. Immutable. */
final class Maxima {

    private final double[] sorted;
    private final boolean stopped;
    private final Optional<Gumbel> gumbel;

    /** @param stopped whether the last of the values ended the scan before its time */
    Maxima(double[] values, boolean stopped) {
        this.sorted = values.clone();
        this.stopped = stopped;
        Arrays.sort(sorted);
        this.gumbel = sorted.length < Gumbel.FEWEST ? Optional.empty() : Optional.of(Gumbel.of(sorted));
    }

    static Maxima none() {
        return new Maxima(new double[0], false);
    }

    int count() {
        return sorted.length;
    }

    ScanCluster.Proof proof(double ratio, boolean prospective) {
        double p = byRank(ratio);
        return new ScanCluster.Proof(
                p, gumbel.map(g -> g.beyond(ratio)).orElse(Double.NaN), prospective ? 1 / p : Double.NaN);
    }

    private double byRank(double ratio) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < ratio) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        double reached = sorted.length - low;
        return stopped ? reached / sorted.length : (reached + 1) / (sorted.length + 1);
    }
}
