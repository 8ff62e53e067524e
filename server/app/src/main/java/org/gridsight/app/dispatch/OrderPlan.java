package org.gridsight.app.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * Who could go where when many cases wait at once. Nothing is sent by it: each order is given by a person with the move
 * {@code assign}.
 *
 * @param totalSeconds sum over all orders of the time until the worker is there
 * @param weightedSeconds the same, each second counted with the weight of its case: what the plan makes least
 * @param greedySeconds the same for the plan of somebody who serves the most urgent first, each by whoever is there
 *     first; over as many cases or fewer
 */
record OrderPlan(
        List<Order> orders,
        List<Left> left,
        long totalSeconds,
        long weightedSeconds,
        long greedySeconds,
        long greedyWeightedSeconds,
        int greedyLeft,
        Instant asOf) {

    /**
     * One worker for one case.
     *
     * @param responseSeconds the way, and the orders in hand before it
     * @param version of the case, for the move
     */
    record Order(
            UUID incidentId,
            String number,
            String title,
            @Nullable String level,
            String workerId,
            String workerName,
            long travelSeconds,
            long responseSeconds,
            Journey.Basis basis,
            long version) {}

    /** A case that nobody can be sent to now, and why. */
    record Left(UUID incidentId, String number, Text reason) {}

    OrderPlan {
        orders = List.copyOf(orders);
        left = List.copyOf(left);
    }
}
