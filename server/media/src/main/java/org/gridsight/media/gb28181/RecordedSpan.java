package org.gridsight.media.gb28181;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A piece of a recording that a device keeps.
 *
 * @param name as the device names it, perhaps empty
 * @param type such as {@code time}, {@code alarm} or {@code manual}, perhaps empty
 */
public record RecordedSpan(Instant from, Instant to, String name, String type) implements Comparable<RecordedSpan> {

    private static final Comparator<RecordedSpan> BY_TIME = Comparator.comparing(RecordedSpan::from)
            .thenComparing(RecordedSpan::to)
            .thenComparing(RecordedSpan::name)
            .thenComparing(RecordedSpan::type);

    static Optional<RecordedSpan> read(Element item, RecordingQuery query) {
        Optional<Instant> from = DeviceTime.parse(item.text("StartTime"), query.zone());
        Optional<Instant> to = DeviceTime.parse(item.text("EndTime"), query.zone());
        if (from.isEmpty() || to.isEmpty() || !from.get().isBefore(to.get())) {
            return Optional.empty();
        }
        return Optional.of(new RecordedSpan(
                from.get(), to.get(), SipText.cut(item.text("Name"), 200), SipText.cut(item.text("Type"), 20)));
    }

    @Override
    public int compareTo(RecordedSpan other) {
        return BY_TIME.compare(this, other);
    }
}
