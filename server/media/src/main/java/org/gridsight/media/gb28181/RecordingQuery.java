package org.gridsight.media.gb28181;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * Which recordings of a device are asked for.
 *
 * @param zone of the device's clock: its times tell none
 * @param secret whether those that are kept secret are wanted, instead of the usual ones
 */
public record RecordingQuery(StreamRequest.Span span, ZoneId zone, Kind kind, boolean secret) {

    /** Why it was recorded. */
    public enum Kind {
        ALL,
        TIME,
        ALARM,
        MANUAL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind read(String word) {
            for (Kind kind : values()) {
                if (kind.word().equalsIgnoreCase(word)) {
                    return kind;
                }
            }
            return ALL;
        }
    }

    /** All that is not secret. */
    public static RecordingQuery all(StreamRequest.Span span, ZoneId zone) {
        return new RecordingQuery(span, zone, Kind.ALL, false);
    }

    void writeTo(Manscdp text) {
        text.with("StartTime", DeviceTime.text(span.from(), zone))
                .with("EndTime", DeviceTime.text(span.to(), zone))
                .with("Secrecy", secret ? 1 : 0)
                .with("Type", kind.word());
    }

    /** What was asked for alone: some devices answer with whole days. */
    Findings<RecordedSpan> only(Findings<RecordedSpan> found) {
        List<RecordedSpan> touching =
                found.items().stream().filter(this::touches).toList();
        return new Findings<>(found.outcome(), touching, found.complete());
    }

    /** Whether a recording lies at least partly within the span. */
    private boolean touches(RecordedSpan found) {
        return found.from().isBefore(span.to()) && found.to().isAfter(span.from());
    }
}
