package org.gridsight.app.incidents;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The orders that send workers to cases: one's own list, the answers to them, and which of them nobody answers. Of two at
 * once the loser looks again, so that the same answer from two devices is one answer.
 */
@Service
public class Orders {

    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);
    private static final int MOST = 500;
    private static final Duration PAST = Duration.ofDays(7);

    /** Older orders are no news any more, as after a long standstill. */
    private static final Duration NEWS = Duration.ofDays(1);

    private final AssignmentRepository assignments;
    private final IncidentRepository incidents;
    private final IncidentViews views;
    private final OrderDesk desk;
    private final Clock clock;

    Orders(
            AssignmentRepository assignments,
            IncidentRepository incidents,
            IncidentViews views,
            OrderDesk desk,
            Clock clock) {
        this.assignments = assignments;
        this.incidents = incidents;
        this.views = views;
        this.desk = desk;
        this.clock = clock;
    }

    /** One's own, the nearest deadline first: those not ended, or also those of the last days. */
    @Transactional(readOnly = true)
    List<OrderView> mine(CurrentUser user, boolean all) {
        Instant now = clock.instant();
        Instant endedSince = all ? now.minus(PAST) : now.plus(PAST);
        List<Assignment> orders = user.workerId()
                .map(worker -> assignments.listOf(worker, endedSince, Limit.of(MOST)))
                .orElse(List.of());
        List<Long> seqs =
                orders.stream().map(Assignment::incidentSeq).distinct().toList();
        Set<Long> sentTo = orders.stream()
                .filter(order -> order.status().isActive())
                .map(Assignment::incidentSeq)
                .collect(Collectors.toSet());
        Map<Long, IncidentView> cases = views
                .of(incidents.findAllBySeq(seqs, Scope.everything().like()))
                .stream()
                .collect(Collectors.toMap(IncidentView::seq, Function.identity()));
        return orders.stream()
                .flatMap(order -> Optional.ofNullable(cases.get(order.incidentSeq()))
                        .map(incident -> OrderView.of(
                                order,
                                incident,
                                sentTo.contains(incident.seq()) || user.scope().covers(incident.gridCode())))
                        .stream())
                .toList();
    }

    OrderView acknowledge(String id, OrderRequest body, CurrentUser user) {
        return orLost(() -> desk.acknowledge(id, body, user));
    }

    OrderView decline(String id, OrderRequest body, CurrentUser user) {
        return orLost(() -> desk.decline(id, body, user));
    }

    OrderView replace(String id, OrderRequest body, CurrentUser officer) {
        return orLost(() -> desk.replace(id, body, officer));
    }

    private static OrderView orLost(Supplier<OrderView> work) {
        try {
            return work.get();
        } catch (ConcurrencyFailureException | OptimisticLockException | PessimisticLockException lost) {
            throw new LostRace(lost);
        }
    }

    /**
     * For callers inside the product: says to the worker's open order of a case what the worker would say.
     *
     * @return the case after it; empty when the worker has no such order
     */
    public Optional<IncidentView> answer(IncidentView incident, boolean onTheWay, CurrentUser worker) {
        return mine(worker, false).stream()
                .map(OrderView::order)
                .filter(order -> order.incidentId().equals(incident.id()) && order.status() == OrderStatus.OPEN)
                .findFirst()
                .flatMap(order -> {
                    OrderAnswer.State state = onTheWay ? OrderAnswer.State.ON_THE_WAY : OrderAnswer.State.ACCEPTED;
                    OrderRequest body = new OrderRequest(
                            Long.toString(order.version()), state.name(), null, null, null, null, null, null, null);
                    OrderView answered =
                            LostRace.lookAgain(() -> acknowledge(order.id().toString(), body, worker));
                    return Optional.ofNullable(answered.incident());
                });
    }

    /** Marks the orders that nobody has answered in time; by several nodes at once each is marked once. */
    public void markUnanswered(Duration within) {
        Instant now = clock.instant();
        List<UUID> waiting =
                assignments.listUnanswered(OrderStatus.OPEN, now.minus(NEWS), now.minus(within), Limit.of(MOST));
        for (UUID id : waiting) {
            try {
                desk.markUnanswered(id, within);
            } catch (ConcurrencyFailureException | OptimisticLockException | PessimisticLockException moved) {
                LOG.debug("order {} was answered or marked meanwhile", id);
            }
        }
    }
}
