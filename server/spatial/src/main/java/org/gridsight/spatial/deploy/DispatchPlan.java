package org.gridsight.spatial.deploy;

import java.util.List;

/** Who goes where, and which tasks wait because nobody can be there within their limit. */
public record DispatchPlan(List<Order> orders, List<String> left) {

    /**
     * One worker sent to one task.
     *
     * @param turn 0 for the worker's first task of this plan
     * @param responseSeconds travel and the handling of the tasks before
     */
    public record Order(String taskId, String workerId, int turn, int travelSeconds, int responseSeconds, int weight) {}

    public DispatchPlan {
        orders = List.copyOf(orders);
        left = List.copyOf(left);
    }

    public long responseSeconds() {
        return orders.stream().mapToLong(Order::responseSeconds).sum();
    }

    /** Sum of weight times response, in seconds. */
    public long weightedSeconds() {
        return orders.stream()
                .mapToLong(order -> (long) order.weight() * order.responseSeconds())
                .sum();
    }

    public long servedWeight() {
        return orders.stream().mapToLong(Order::weight).sum();
    }
}
