package org.gridsight.app.dispatch;

import java.util.OptionalLong;
import org.gridsight.app.kernel.Text;

/**
 * How long somebody needs to a place, and how that is known.
 *
 * @param seconds absent when no road leads there
 */
record Journey(OptionalLong seconds, Basis basis) {

    /** What the time was taken from; {0} is the factor of the estimate. */
    enum Basis {
        BY_ROAD("按道路", "by road"),
        NO_WAY("无道路可达", "no road leads there"),
        STRAIGHT_LINE("直线估算(距离 × {0})", "straight-line estimate (distance x {0})");

        private final Text words;

        Basis(String zh, String en) {
            words = new Text(zh, en);
        }

        Text words() {
            return words;
        }
    }

    /** For sorting: a place that no road leads to comes last. */
    long secondsOrLast() {
        return seconds.orElse(Long.MAX_VALUE);
    }
}
