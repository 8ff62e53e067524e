package org.gridsight.app.incidents;

import java.time.Instant;
import java.util.List;
import org.gridsight.app.access.CurrentUser;
import org.jspecify.annotations.Nullable;

/**
 * A checked request for a move: who wants what, with everything the move needs.
 *
 * @param words reason, result, finding or note, in the person's own words
 * @param targetSeq the case to merge into
 * @param orders whom to send, leader first
 * @param former what undo and unmerge put back
 */
record Act(
        Move move,
        Actor actor,
        Instant at,
        @Nullable DeviceTime device,
        @Nullable String requestKey,
        @Nullable String reasonCode,
        @Nullable String words,
        @Nullable Instant dueAt,
        boolean passed,
        @Nullable RevisitOutcome outcome,
        @Nullable Complexity complexity,
        @Nullable Long targetSeq,
        List<Order> orders,
        @Nullable Former former) {

    Act {
        orders = List.copyOf(orders);
    }

    /** Undo and unmerge with what they put back. */
    Act putting(Former then) {
        return new Act(
                move,
                actor,
                at,
                device,
                requestKey,
                reasonCode,
                words,
                dueAt,
                passed,
                outcome,
                complexity,
                targetSeq,
                orders,
                then);
    }

    /** The person behind a step; the product itself is {@code system:incidents}. */
    record Actor(
            String username,
            String name,
            @Nullable String workerId,
            @Nullable String unitId) {

        static final Actor PRODUCT = new Actor("system:incidents", "系统", null, null);

        static Actor of(CurrentUser user) {
            return new Actor(
                    user.username(),
                    user.displayName(),
                    user.workerId().orElse(null),
                    user.unitId().orElse(null));
        }
    }

    /** Somebody to be sent: a worker, or a unit, or a worker of a unit. */
    record Order(
            @Nullable String workerId,
            @Nullable String workerName,
            @Nullable String unitId,
            boolean lead) {}
}
