package org.gridsight.spatial.hotspot.scan;

import java.util.Arrays;
import org.gridsight.spatial.UnusableInput;

/** What the town as a whole expects on each day of a period; only the proportions matter. Immutable. */
public final class DayCurve {

    private final Days days;
    private final double[] weights;

    private DayCurve(Days days, double[] weights) {
        this.days = days;
        this.weights = weights;
    }

    /** @param weights above 0 and finite, one for each day */
    public static DayCurve of(Days days, double[] weights) {
        if (weights.length != days.length()) {
            throw new UnusableInput("there are " + days.length() + " days but " + weights.length + " weights");
        }
        for (double weight : weights) {
            if (!(weight > 0 && weight < 1e300)) {
                throw new UnusableInput("the weight of a day is " + weight + ", it must be above 0");
            }
        }
        return new DayCurve(days, weights.clone());
    }

    public Days days() {
        return days;
    }

    /** What is expected on a day of the curve. */
    public double on(int day) {
        return weights[day - days.from()];
    }

    /** The weights of a period within the curve. */
    double[] over(Days period) {
        if (!days.contains(period.from()) || !days.contains(period.to())) {
            throw new UnusableInput("the curve of expected days covers " + days.from() + " to " + days.to()
                    + ", not the whole period " + period.from() + " to " + period.to());
        }
        return Arrays.copyOfRange(weights, period.from() - days.from(), period.to() - days.from() + 1);
    }
}
