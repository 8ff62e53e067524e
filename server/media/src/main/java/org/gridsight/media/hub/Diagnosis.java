package org.gridsight.media.hub;

import java.time.Instant;
import java.util.List;
import org.gridsight.media.MediaFault;
import org.gridsight.media.StreamStep;
import org.jspecify.annotations.Nullable;

/**
 * What became of a camera's last run: shown to a person who waits for a picture.
 *
 * @param steps in order; the last one is not ok when {@code failedStep} is told
 * @param failedStep null while nothing has failed, and when the stream broke off after pictures had come
 * @param advice null while nothing has failed
 * @param cause what the source said, for a technician; null when it only was silent
 */
public record Diagnosis(
        List<Entry> steps,
        @Nullable StreamStep failedStep,
        @Nullable Advice advice,
        @Nullable MediaFault cause) {

    public Diagnosis {
        steps = List.copyOf(steps);
    }

    /** One step and when it was reached, or when it was given up. */
    public record Entry(StreamStep step, Instant at, boolean ok) {}

    static Diagnosis none() {
        return new Diagnosis(List.of(), null, null, null);
    }

    /** Whether something has failed, be it before the first picture or after. */
    public boolean isFailure() {
        return advice != null;
    }

    /** Whether this run has passed the step at which another failed; of one that broke off later, whether it shows pictures. */
    boolean isBeyond(Diagnosis other) {
        StreamStep there = other.failedStep == null ? StreamStep.FIRST_FRAGMENT : other.failedStep;
        return steps.stream().anyMatch(entry -> entry.ok() && entry.step().compareTo(there) >= 0);
    }
}
