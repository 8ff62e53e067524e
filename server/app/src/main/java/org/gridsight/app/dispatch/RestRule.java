package org.gridsight.app.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.incidents.WorkerLoad;

/**
 * Until when somebody is left to rest. Stretches of work with shorter breaks between them than a rest are one piece of
 * work; a piece as long as {@code after} earns a rest of {@code length} once it has ended.
 */
record RestRule(Duration after, Duration length) {

    /** Empty when no rest is due, or none is left at this moment. */
    Optional<Instant> restUntil(Collection<WorkerLoad.Stretch> work, Instant now) {
        List<WorkerLoad.Stretch> inOrder = work.stream()
                .sorted(Comparator.comparing(WorkerLoad.Stretch::from))
                .toList();
        if (inOrder.isEmpty()) {
            return Optional.empty();
        }
        Instant from = inOrder.get(0).from();
        Instant to = inOrder.get(0).to();
        for (WorkerLoad.Stretch stretch : inOrder) {
            if (Duration.between(to, stretch.from()).compareTo(length) >= 0) {
                from = stretch.from();
                to = stretch.to();
            } else if (stretch.to().isAfter(to)) {
                to = stretch.to();
            }
        }
        Instant rested = to.plus(length);
        boolean due = Duration.between(from, to).compareTo(after) >= 0;
        return Optional.of(rested).filter(end -> due && end.isAfter(now));
    }
}
