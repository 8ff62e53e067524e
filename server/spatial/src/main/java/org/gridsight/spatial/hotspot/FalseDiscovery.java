package org.gridsight.spatial.hotspot;

import java.util.Arrays;
import java.util.BitSet;
import org.gridsight.spatial.UnusableInput;

/**
 * Which of many tests to believe. Method: Benjamini and Hochberg, "Controlling the false discovery rate", Journal of the
 * Royal Statistical Society B 57, 1995. Guarantee: among what is believed, at most the given share is wrong on average,
 * for independent tests and for positively dependent ones such as overlapping neighbourhoods. Cost: a sort of the small
 * p-values. Limit: it says nothing about a single test.
 */
public final class FalseDiscovery {

    private final double rate;

    /**
     * @param rate the share of wrong ones to accept, above 0 and below 1
     */
    public FalseDiscovery(double rate) {
        if (!(rate > 0 && rate < 1)) {
            throw new UnusableInput("the false discovery rate must lie between 0 and 1, was " + rate);
        }
        this.rate = rate;
    }

    /** The tests to believe, by index. */
    public BitSet believed(double[] p) {
        double limit = limit(p);
        BitSet believed = new BitSet(p.length);
        for (int i = 0; i < p.length; i++) {
            if (p[i] <= limit) {
                believed.set(i);
            }
        }
        return believed;
    }

    /** The largest p-value to believe, or -1 when there is none. */
    public double limit(double[] p) {
        double[] small = new double[p.length];
        int count = 0;
        for (int i = 0; i < p.length; i++) {
            if (!(p[i] >= 0 && p[i] <= 1)) {
                throw new UnusableInput("p-value " + i + " is " + p[i] + ", it must lie in 0..1");
            }
            if (p[i] <= rate) {
                small[count++] = p[i];
            }
        }
        Arrays.sort(small, 0, count);
        for (int k = count; k >= 1; k--) {
            if (small[k - 1] <= rate * k / p.length) {
                return small[k - 1];
            }
        }
        return -1;
    }
}
