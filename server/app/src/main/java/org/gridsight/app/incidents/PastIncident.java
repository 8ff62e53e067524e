package org.gridsight.app.incidents;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident of the past with its course, to be replayed by the rules of the loop. Nobody's rights are asked.
 *
 * @param key any name by which another one of the same batch can say that it was merged into this
 * @param steps in order of time, without the report itself
 */
public record PastIncident(String key, NewIncident reported, Instant receivedAt, Person by, List<Step> steps) {

    public PastIncident {
        steps = List.copyOf(steps);
    }

    /** Who did it. */
    public record Person(
            String username, String name, @Nullable String workerId) {}

    /**
     * One move of the past.
     *
     * @param words reason, result, finding or note
     * @param details what the move needs besides
     */
    public record Step(
            Move move, Instant at, Person by, @Nullable String words, Details details) {

        public static Step plain(Move move, Instant at, Person by, @Nullable String words) {
            return new Step(move, at, by, words, Details.none());
        }
    }

    /**
     * What some moves need.
     *
     * @param sent by an assignment, leader first; {@code unitId} may stand beside or instead
     * @param outcome of a revisit: SATISFIED, NOT_SATISFIED, UNREACHABLE
     * @param into key of the incident it was merged into
     */
    public record Details(
            List<Assignees.Assignee> sent,
            @Nullable String unitId,
            @Nullable Instant dueAt,
            boolean passed,
            @Nullable String outcome,
            @Nullable String into) {

        public Details {
            sent = List.copyOf(sent);
        }

        public static Details none() {
            return new Details(List.of(), null, null, false, null, null);
        }

        public static Details assigned(
                List<Assignees.Assignee> sent, @Nullable String unitId, @Nullable Instant dueAt) {
            return new Details(sent, unitId, dueAt, false, null, null);
        }

        public static Details extended(Instant dueAt) {
            return new Details(List.of(), null, dueAt, false, null, null);
        }

        public static Details verified(boolean passed) {
            return new Details(List.of(), null, null, passed, null, null);
        }

        public static Details revisited(String outcome) {
            return new Details(List.of(), null, null, false, outcome, null);
        }

        public static Details merged(String into) {
            return new Details(List.of(), null, null, false, null, into);
        }
    }
}
