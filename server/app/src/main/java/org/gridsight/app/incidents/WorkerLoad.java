package org.gridsight.app.incidents;

import java.time.Instant;
import java.util.List;

/**
 * What a worker has in hand: orders that have not ended, whether one of them is under way, and the stretches of work of
 * the last day, so that somebody can be left to rest. Kept for nobody's record: it is read off the orders.
 */
public record WorkerLoad(int open, boolean underWay, List<Stretch> work) {

    public static final WorkerLoad NONE = new WorkerLoad(0, false, List.of());

    /** From the beginning of work on one order to its end, or to now. */
    public record Stretch(Instant from, Instant to) {}

    public WorkerLoad {
        work = List.copyOf(work);
    }
}
