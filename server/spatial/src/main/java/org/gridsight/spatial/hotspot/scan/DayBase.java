package org.gridsight.spatial.hotspot.scan;

/** What the town as a whole expects on each day of the period, as sums from its first day; adds up to all cases. */
final class DayBase {

    private final double[] before;

    private DayBase(double[] before) {
        this.before = before;
    }

    /** @param weights of each day, none negative and not all 0 */
    static DayBase of(double[] weights, int all) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double[] before = new double[weights.length + 1];
        for (int i = 0; i < weights.length; i++) {
            before[i + 1] = before[i] + (sum == all ? weights[i] : weights[i] * (all / sum));
        }
        return new DayBase(before);
    }

    int days() {
        return before.length - 1;
    }

    double all() {
        return before[before.length - 1];
    }

    /** All before a day, counted from the first of the period. */
    double before(int day) {
        return before[day];
    }
}
