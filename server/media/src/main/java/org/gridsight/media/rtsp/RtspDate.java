package org.gridsight.media.rtsp;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.gridsight.media.SourceEvents;
import org.jspecify.annotations.Nullable;

/**
 * The wall clock in the Date header of an answer (RFC 2326, 12.18): known at once, where the first report of the sender may
 * come when nobody looks any more. Belongs to one run of a source.
 */
final class RtspDate {

    private static final long QUARTER_SECONDS = Duration.ofMinutes(15).toSeconds();
    private static final Duration WIDEST_ZONE = Duration.ofHours(14);
    private static final long ROUNDING_SECONDS = 120;

    private boolean told;

    /** Tells the time of the first answer that has one; reports of the sender are finer, and count instead when they come. */
    void hear(RtspMessage answer, Instant now, @Nullable SourceEvents listener) {
        Optional<Instant> shown = answer.header("date").flatMap(text -> wallClock(text, now));
        if (!told && listener != null && shown.isPresent()) {
            told = true;
            listener.deviceClock(shown.get());
        }
    }

    /** Empty for what is no time, and for local time that is called GMT, as many cameras have it: it tells no drift. */
    static Optional<Instant> wallClock(String text, Instant now) {
        try {
            Instant shown = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(shown)
                    .filter(time -> !time.isBefore(SenderReport.EARLIEST))
                    .filter(time -> !isOtherZone(Duration.between(now, time).abs()));
        } catch (DateTimeException garbled) {
            return Optional.empty();
        }
    }

    private static boolean isOtherZone(Duration off) {
        long seconds = off.toSeconds();
        long beside = Math.floorMod(seconds + ROUNDING_SECONDS, QUARTER_SECONDS);
        return seconds > ROUNDING_SECONDS
                && off.compareTo(WIDEST_ZONE.plusSeconds(ROUNDING_SECONDS)) <= 0
                && beside <= 2 * ROUNDING_SECONDS;
    }
}
