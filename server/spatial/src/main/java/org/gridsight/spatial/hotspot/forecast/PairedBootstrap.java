package org.gridsight.spatial.hotspot.forecast;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;

/**
 * Interval of the difference between two markings that were tried on the same cases (Efron and Tibshirani, An
 * Introduction to the Bootstrap, 1993; percentile interval). Drawn with replacement are blocks, one for each cell and
 * period with cases: cases at one place hit or miss together, so drawing them singly would make the interval too narrow.
 */
final class PairedBootstrap {

    private final double[] cases;
    private final double[] gains;

    /**
     * @param cases in each block
     * @param gains of each block: what the first marking hit more than the second
     */
    PairedBootstrap(double[] cases, double[] gains) {
        this.cases = cases;
        this.gains = gains;
    }

    /**
     * The difference per case with the interval that holds the given share of the draws; all NaN without cases.
     *
     * @param confidence 0..1, usually 0.95
     */
    Difference difference(int draws, long seed, double confidence, Run run) {
        if (draws < 100) {
            throw new UnusableInput("the bootstrap has " + draws + " draws, it needs at least 100");
        }
        double observed = Arrays.stream(gains).sum() / Arrays.stream(cases).sum();
        if (gains.length == 0) {
            return new Difference(Double.NaN, Double.NaN, Double.NaN);
        }
        if (Arrays.stream(gains).allMatch(gain -> gain == 0)) {
            return new Difference(0, 0, 0);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            run.check();
            drawn[draw] = once(random);
        }
        Arrays.sort(drawn);
        int cut = (int) Math.floor((1 - confidence) / 2 * (draws - 1));
        return new Difference(observed, drawn[cut], drawn[draws - 1 - cut]);
    }

    private double once(SplittableRandom random) {
        double gain = 0;
        double count = 0;
        for (int k = 0; k < gains.length; k++) {
            int block = random.nextInt(gains.length);
            gain += gains[block];
            count += cases[block];
        }
        return gain / count;
    }
}
