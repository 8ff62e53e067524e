package org.gridsight.app.cameras.health;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Pace and limits of the product's own looks; {@code application.yml} is the manual.
 *
 * @param every how often each camera is looked at; zero for never
 * @param nightFromHour black pictures from this hour to {@code nightToHour} say nothing; equal hours mean no such time
 */
@ConfigurationProperties("gridsight.cameras.health")
record HealthSettings(
        Duration every,
        int atOnce,
        Duration patience,
        Duration recheckAfter,
        Duration longestPause,
        Duration window,
        Duration driftLimit,
        ZoneId deviceZone,
        int nightFromHour,
        int nightToHour,
        Duration reportAgainAfter,
        double targetOnline,
        double targetGood) {

    HealthSettings {
        if (atOnce < 1) {
            throw new IllegalArgumentException("gridsight.cameras.health.at-once must be above 0, was " + atOnce);
        }
        if (!isPositive(patience) || !isPositive(recheckAfter) || !isPositive(longestPause)) {
            throw new IllegalArgumentException("patience, recheck-after and longest-pause of gridsight.cameras.health"
                    + " must be above 0, were " + patience + ", " + recheckAfter + ", " + longestPause);
        }
        if (nightFromHour < 0 || nightFromHour > 23 || nightToHour < 0 || nightToHour > 23) {
            throw new IllegalArgumentException("the hours of night of gridsight.cameras.health lie in 0..23, were "
                    + nightFromHour + " and " + nightToHour);
        }
    }

    boolean isOn() {
        return isPositive(every);
    }

    private static boolean isPositive(Duration span) {
        return !span.isNegative() && !span.isZero();
    }

    /** Whether a black picture at this hour of the device's day may be just the night. */
    boolean isNight(int hour) {
        return nightFromHour <= nightToHour
                ? hour >= nightFromHour && hour < nightToHour
                : hour >= nightFromHour || hour < nightToHour;
    }
}
