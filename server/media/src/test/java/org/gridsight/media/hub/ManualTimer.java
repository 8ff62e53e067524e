package org.gridsight.media.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that passes when a test lets it; work runs on the test's thread, in order. */
final class ManualTimer implements HubTimer {

    private record Planned(long atNanos, Runnable work) {}

    private static final Instant BEGIN = Instant.parse("2026-05-01T08:00:00Z");

    private final List<Planned> planned = new ArrayList<>();
    private long nanos = 1_000_000_000L;

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Instant now() {
        return BEGIN.plusNanos(nanos);
    }

    @Override
    public Runnable after(Duration delay, Runnable work) {
        Planned plan = new Planned(nanos + delay.toNanos(), work);
        planned.add(plan);
        return () -> planned.remove(plan);
    }

    /** Runs all that is due until then. */
    void pass(Duration duration) {
        long end = nanos + duration.toNanos();
        while (true) {
            Planned next = planned.stream()
                    .filter(plan -> plan.atNanos <= end)
                    .min(Comparator.comparingLong(Planned::atNanos))
                    .orElse(null);
            if (next == null) {
                nanos = end;
                return;
            }
            planned.remove(next);
            nanos = Math.max(nanos, next.atNanos);
            next.work.run();
        }
    }

    void pass(long millis) {
        pass(Duration.ofMillis(millis));
    }
}
