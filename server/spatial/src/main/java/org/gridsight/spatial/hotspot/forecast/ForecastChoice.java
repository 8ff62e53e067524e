package org.gridsight.spatial.hotspot.forecast;

import java.util.Optional;

/**
 * Which way of forecasting was chosen, and why.
 *
 * @param recipe of the load, or of the background of a self-exciting model
 * @param excitation only for a self-exciting model
 * @param gain inside the past, best way minus plain counts: mean hit rate over several shares of the area; NaN when
 *     nothing was tried
 */
public record ForecastChoice(
        Method method, Reason reason, LoadRecipe recipe, Optional<Excitation> excitation, Difference gain) {

    /** How the load of a cell is found. */
    public enum Method {
        PLAIN_COUNTS,
        /** Decayed, smoothed or borrowing counts. */
        LOAD,
        SELF_EXCITING
    }

    /** Why that way. */
    public enum Reason {
        /** Too few days or cases to try anything: plain counts. */
        TOO_LITTLE_PAST,
        /** Nothing beat plain counts inside the past with an interval above 0: plain counts. */
        NO_PROVEN_GAIN,
        /** Beat plain counts inside the past with an interval above 0. */
        PROVEN_GAIN
    }

    static ForecastChoice plain(Reason reason, Difference gain) {
        return new ForecastChoice(Method.PLAIN_COUNTS, reason, LoadRecipe.PLAIN_COUNTS, Optional.empty(), gain);
    }
}
