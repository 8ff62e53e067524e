package org.gridsight.media.gb28181;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Times as devices write them: local time without a zone, though some add one. */
final class DeviceTime {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ISO_LOCAL_DATE_TIME;

    private DeviceTime() {}

    static Optional<Instant> parse(String text, ZoneId zone) {
        String time = text.strip().replace(' ', 'T').replace('/', '-');
        try {
            return Optional.of(OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeException noOffset) {
            try {
                return Optional.of(LocalDateTime.parse(time).atZone(zone).toInstant());
            } catch (DateTimeException garbled) {
                return Optional.empty();
            }
        }
    }

    /** In whole seconds. */
    static String text(Instant time, ZoneId zone) {
        return LOCAL.format(LocalDateTime.ofInstant(time, zone).truncatedTo(ChronoUnit.SECONDS));
    }
}
