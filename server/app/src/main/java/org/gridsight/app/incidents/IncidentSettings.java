package org.gridsight.app.incidents;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Rules of the loop that a township may set; {@code application.yml} is the manual.
 *
 * @param escalateAtPercent three rising shares of the time limit, for the levels 1 to 3
 */
@ConfigurationProperties("gridsight.incidents")
record IncidentSettings(
        ZoneId zone,
        List<Integer> escalateAtPercent,
        Duration escalateEvery,
        Duration undoWithin,
        Duration takenWithin,
        int reopenClosedDays,
        Duration revisitPause,
        int unmaskPerMinute,
        Duration futureTolerance,
        int oldAfterDays,
        int refusedAfterDays) {

    IncidentSettings {
        boolean rising = escalateAtPercent.size() == 3
                && escalateAtPercent.get(0) < escalateAtPercent.get(1)
                && escalateAtPercent.get(1) < escalateAtPercent.get(2);
        if (!rising) {
            throw new IllegalArgumentException(
                    "gridsight.incidents.escalate-at-percent must be three rising numbers, was " + escalateAtPercent);
        }
        escalateAtPercent = List.copyOf(escalateAtPercent);
    }
}
