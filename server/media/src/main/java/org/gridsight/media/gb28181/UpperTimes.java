package org.gridsight.media.gb28181;

import java.time.Duration;

/**
 * The patience of a link to an upper platform.
 *
 * @param expires for how long we sign in; less when the platform says so
 * @param keepalive how often we say that we live; three in a row without an answer end the link
 * @param answer how long an answer may take
 * @param firstRetry how long we wait after a first failure; it doubles up to {@code longestRetry}, with jitter
 * @param changes how often the shared channels are compared with what was told
 * @param picture how long the first picture of a stream may take
 */
public record UpperTimes(
        Duration expires,
        Duration keepalive,
        Duration answer,
        Duration firstRetry,
        Duration longestRetry,
        Duration changes,
        Duration picture) {

    public static UpperTimes defaults() {
        return new UpperTimes(
                Duration.ofHours(1),
                Duration.ofSeconds(60),
                Duration.ofSeconds(7),
                Duration.ofSeconds(2),
                Duration.ofMinutes(2),
                Duration.ofSeconds(15),
                Duration.ofSeconds(20));
    }
}
