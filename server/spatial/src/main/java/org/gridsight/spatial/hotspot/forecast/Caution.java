package org.gridsight.spatial.hotspot.forecast;

import org.gridsight.spatial.UnusableInput;

/**
 * What another way must show inside the past before it takes the place of plain counts.
 *
 * @param deviations of the gain that must lie above 0; more than usual, because many ways are tried and the luckiest of
 *     them would often pass a lax test
 * @param leastGain cases caught as a multiple of those that plain counts caught
 * @param confidence of the bootstrap interval that must lie above 0
 */
public record Caution(double deviations, double leastGain, double confidence) {

    /** Three deviations, two cases in a hundred more, 99 %: the choice of Memphis alone at 150 m (HeldOut). */
    public static final Caution USUAL = new Caution(3, 1.02, 0.99);

    public Caution {
        if (!(deviations >= 0 && leastGain >= 1 && confidence > 0 && confidence < 1)) {
            throw new UnusableInput(
                    "caution takes deviations from 0, a gain from 1 and a confidence between 0 and 1, was " + deviations
                            + ", " + leastGain + ", " + confidence);
        }
    }
}
