package org.gridsight.media.gb28181;

import java.util.List;

/**
 * What a device answered to a question for a list.
 *
 * @param items each once, in order; empty unless it answered
 * @param complete false when it promised more than it told, or there was more than we keep
 */
public record Findings<T>(Outcome outcome, List<T> items, boolean complete) {

    /** How far the question came. */
    public enum Outcome {
        ANSWERED,
        /** It refused the question, or answered that it cannot tell. */
        UNSUPPORTED,
        /** It took the question, perhaps, and told nothing in time. */
        NO_ANSWER,
        NOT_REGISTERED,
        /** Too many questions are open already. */
        BUSY
    }

    public Findings {
        items = List.copyOf(items);
    }

    static <T> Findings<T> without(Outcome outcome) {
        return new Findings<>(outcome, List.of(), false);
    }
}
