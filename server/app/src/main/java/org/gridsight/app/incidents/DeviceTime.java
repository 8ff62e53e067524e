package org.gridsight.app.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridsight.app.kernel.Faults;
import org.jspecify.annotations.Nullable;

/**
 * What a device's clock says of something that reaches us later: kept beside our own time, never instead of it. An odd
 * one is told in the history; it neither orders steps nor refuses what somebody did.
 *
 * @param at when the person did it, as the device told it
 * @param skewSeconds how far the device was behind our clock when it sent this
 */
public record DeviceTime(@Nullable Instant at, @Nullable Long skewSeconds) {

    /** Header in which a device tells its clock at the moment of sending; the body is repeated as it was. */
    public static final String SENT_AT = "Sent-At";

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    public static DeviceTime parse(@Nullable String deviceAt, @Nullable String sentAt, Instant now, Faults faults) {
        Optional<Instant> told = faults.instant("deviceAt", deviceAt);
        return new DeviceTime(
                told.orElse(null), skewSeconds(sentAt, now, faults).orElse(null));
    }

    /** Our time less the device's, when it told it. */
    public static Optional<Long> skewSeconds(@Nullable String sentAt, Instant now, Faults faults) {
        return faults.instant(SENT_AT, sentAt)
                .map(sent -> Duration.between(sent, now).toSeconds());
    }

    static @Nullable Instant at(@Nullable DeviceTime device) {
        return device == null ? null : device.at();
    }

    /** What the history says of it: the skew, and FUTURE or BEFORE_REPORT when the told time cannot be. */
    Map<String, String> details(Instant reportedAt, Instant now) {
        Map<String, String> details = new TreeMap<>();
        if (skewSeconds != null && Math.abs(skewSeconds) > TOLERANCE.toSeconds()) {
            details.put("clockSkewSeconds", Long.toString(skewSeconds));
        }
        if (at != null) {
            Instant when = skewSeconds == null ? at : at.plusSeconds(skewSeconds);
            if (when.isAfter(now.plus(TOLERANCE))) {
                details.put("deviceTime", "FUTURE");
            } else if (when.isBefore(reportedAt.minus(TOLERANCE))) {
                details.put("deviceTime", "BEFORE_REPORT");
            }
        }
        return details;
    }
}
