package org.gridsight.app.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The orders of one case, past and present, and which of them a move has changed. Not thread-safe. */
final class OrderBook {

    private final Incident incident;
    private final List<Assignment> all;
    private final List<Assignment> added = new ArrayList<>();
    private final Set<Assignment> touched = new LinkedHashSet<>();

    OrderBook(Incident incident, List<Assignment> known) {
        this.incident = incident;
        this.all = new ArrayList<>(known);
    }

    void open(Act act, @Nullable Instant dueAt, Instant now) {
        for (Act.Order order : act.orders()) {
            add(new Assignment(incident, order, act.actor(), dueAt, now));
        }
    }

    /** The actor's own order is under way; of a unit all its orders to nobody in particular. */
    void begin(Act.Actor actor, Instant now) {
        boolean own = all.stream().anyMatch(order -> isOpenOrderOf(actor, order));
        Predicate<Assignment> meant = own
                ? order -> isOpenOrderOf(actor, order)
                : order -> order.status() == OrderStatus.OPEN && order.workerId() == null;
        become(meant, OrderStatus.UNDER_WAY, now);
    }

    private static boolean isOpenOrderOf(Act.Actor actor, Assignment order) {
        return order.status() == OrderStatus.OPEN
                && actor.workerId() != null
                && actor.workerId().equals(order.workerId());
    }

    /** The one sent has answered. */
    void answered(Assignment order, OrderAnswer.State state, Instant now) {
        order.answer(order.answer().saying(state, now));
        touched.add(order);
    }

    void end(Assignment order, OrderStatus end, Instant now) {
        order.become(end, now);
        touched.add(order);
    }

    void add(Assignment order) {
        all.add(order);
        added.add(order);
        touched.add(order);
    }

    void endActive(OrderStatus end, Instant now) {
        become(order -> order.status().isActive(), end, now);
    }

    /** The case begins again with those who had it. */
    void reviveDone(Instant now) {
        all.stream().filter(order -> order.status() == OrderStatus.DONE).forEach(order -> {
            order.reopen(now);
            touched.add(order);
        });
    }

    void dueBy(@Nullable Instant due) {
        all.stream().filter(order -> order.status().isActive()).forEach(order -> {
            order.dueBy(due);
            touched.add(order);
        });
    }

    /** Of a past: whoever was sent said yes soon after. */
    void acceptOpen(Duration after) {
        all.stream()
                .filter(order ->
                        order.status() == OrderStatus.OPEN && order.answer().isAwaited())
                .forEach(order -> order.answer(order.answer()
                        .saying(
                                OrderAnswer.State.ACCEPTED,
                                order.answer().askedAt().plus(after))));
    }

    /** For a past that sends one worker to two places at once: only the first is under way, the other waits. */
    void keepOneUnderWay(Set<String> busy) {
        all.stream()
                .filter(order -> order.status() == OrderStatus.UNDER_WAY)
                .filter(order -> order.workerId() != null && !busy.add(order.workerId()))
                .forEach(order -> order.become(OrderStatus.OPEN, Instant.EPOCH));
    }

    Map<UUID, OrderStatus> snapshot() {
        return all.stream().collect(Collectors.toMap(Assignment::id, Assignment::status));
    }

    /** Orders of the snapshot are as they were then, later ones withdrawn. */
    void restore(Map<UUID, OrderStatus> snapshot, Instant now) {
        for (Assignment order : all) {
            OrderStatus then = snapshot.getOrDefault(order.id(), OrderStatus.WITHDRAWN);
            if (order.status() != then) {
                order.become(then, now);
                touched.add(order);
            }
        }
    }

    private void become(Predicate<Assignment> which, OrderStatus next, Instant now) {
        all.stream().filter(which).forEach(order -> {
            order.become(next, now);
            touched.add(order);
        });
    }

    List<Assignment> all() {
        return List.copyOf(all);
    }

    List<Assignment> added() {
        return List.copyOf(added);
    }

    List<Assignment> touched() {
        return List.copyOf(touched);
    }
}
