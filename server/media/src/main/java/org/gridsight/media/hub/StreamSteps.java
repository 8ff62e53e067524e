package org.gridsight.media.hub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.media.MediaFault;
import org.gridsight.media.StreamStep;
import org.jspecify.annotations.Nullable;

/** Step log of one run of a source. Written by the run, read by who asks; under its own lock. */
final class StreamSteps {

    private final Map<StreamStep, Instant> reached = new EnumMap<>(StreamStep.class);
    private @Nullable MediaFault lastFault;
    private @Nullable MediaFault cause;
    private @Nullable Instant failedAt;

    synchronized void reached(StreamStep step, Instant at) {
        if (reached.putIfAbsent(step, at) == null) {
            failedAt = null;
            lastFault = null;
        }
    }

    synchronized boolean has(StreamStep step) {
        return reached.containsKey(step);
    }

    /** Passed over, but it explains a failure that follows. */
    synchronized void fault(MediaFault fault) {
        lastFault = fault;
    }

    /** What was passed over since the last new step. */
    synchronized Optional<MediaFault> lastFault() {
        return Optional.ofNullable(lastFault);
    }

    /** It does not go on: the run ended, or the next step has not come in time. */
    synchronized void failed(MediaFault why, Instant at) {
        failedAt = failedAt == null ? at : failedAt;
        cause = why;
    }

    /** It goes on after all. */
    synchronized void recovered() {
        failedAt = null;
        lastFault = null;
    }

    synchronized Diagnosis diagnosis() {
        List<Diagnosis.Entry> entries = new ArrayList<>();
        reached.forEach((step, at) -> entries.add(new Diagnosis.Entry(step, at, true)));
        if (failedAt == null) {
            return new Diagnosis(entries, null, null, null);
        }
        StreamStep failed = next();
        if (failed != null) {
            entries.add(new Diagnosis.Entry(failed, failedAt, false));
        }
        return new Diagnosis(entries, failed, Advice.on(failed, cause), cause);
    }

    private StreamStep furthest() {
        StreamStep furthest = StreamStep.REGISTERED;
        for (StreamStep step : reached.keySet()) {
            furthest = step;
        }
        return furthest;
    }

    // the one behind the furthest; a source may leave out what it does not have
    private @Nullable StreamStep next() {
        if (reached.isEmpty()) {
            return StreamStep.REGISTERED;
        }
        int behind = furthest().ordinal() + 1;
        return behind < StreamStep.values().length ? StreamStep.values()[behind] : null;
    }
}
