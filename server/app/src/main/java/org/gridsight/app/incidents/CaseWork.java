package org.gridsight.app.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What each move does to a case: state, clock, counters, orders. Knows no person's rights and stores nothing, so that the
 * demo's past is made by the same rules as today's moves.
 */
@Component
class CaseWork {

    private final CaseClocks clocks;

    CaseWork(CaseClocks clocks) {
        this.clocks = clocks;
    }

    /** Makes the move on incident and orders, and returns the step for the history. */
    Step make(Incident incident, OrderBook orders, Act act) {
        Instant now = incident.notBefore(act.at());
        CaseState before = incident.state();
        OptionalLong left = before.clock().left(now, clocks.calendar());
        Former former = new Former(before, orders.snapshot());
        boolean back = act.move() == Move.UNDO || act.move() == Move.UNMERGE;
        CaseState next = back ? putBack(orders, act, now) : moved(incident, orders, act, now);
        Turn turn = new Turn(
                back ? next : clocks.settled(incident.matter(), next, now),
                event(act),
                details(incident, act, next),
                left.isPresent() ? left.getAsLong() : null,
                act.move() == Move.UNDO ? null : former);
        return incident.move(act, turn);
    }

    private static CaseState putBack(OrderBook orders, Act act, Instant now) {
        Former former = Objects.requireNonNull(act.former(), "undo and unmerge need a former state");
        orders.restore(former.orders(), now);
        return former.state();
    }

    private CaseState moved(Incident incident, OrderBook orders, Act act, Instant now) {
        CaseState state = incident.state();
        return switch (act.move()) {
            case ACCEPT -> accepted(incident, act, now);
            case REJECT -> state.to(IncidentStatus.REJECTED).with(CaseClock.none());
            case MERGE -> merged(state, orders, act, now);
            case ASSIGN -> assigned(state, orders, act, now);
            case START -> started(state, orders, act, now);
            case RETURN -> returned(state, orders, now);
            case HANDLE -> handled(incident, orders, now);
            case VERIFY ->
                act.passed()
                        ? state.to(IncidentStatus.VERIFIED)
                                .with(state.tally().verified())
                                .with(clock(ClockStep.REVISIT, incident, state, now))
                        : again(incident, orders, now);
            case REVISIT -> revisited(incident, act, now);
            case CLOSE -> state.to(IncidentStatus.CLOSED).closedAt(now).with(CaseClock.none());
            case REOPEN -> again(incident, orders, now);
            case PAUSE -> state.with(state.clock().pause(now, clocks.calendar()));
            case RESUME -> resumed(state, orders, now);
            case EXTEND -> extended(state, orders, act, now);
            case UNDO, UNMERGE -> throw new IllegalArgumentException("a former state is put back, not moved to");
        };
    }

    private CaseClock clock(ClockStep step, Incident incident, CaseState state, Instant now) {
        return clocks.start(step, incident.matter(), state.complexity(), now);
    }

    private CaseState accepted(Incident incident, Act act, Instant now) {
        CaseState state = incident.state();
        CaseState judged = act.complexity() == null ? state : state.with(act.complexity());
        return judged.to(IncidentStatus.ACCEPTED).with(clock(ClockStep.HANDLE, incident, judged, now));
    }

    private static CaseState merged(CaseState state, OrderBook orders, Act act, Instant now) {
        orders.endActive(OrderStatus.WITHDRAWN, now);
        long target = Objects.requireNonNull(act.targetSeq(), "merge needs a target");
        return state.to(IncidentStatus.MERGED).mergedInto(target).with(CaseClock.none());
    }

    private CaseState assigned(CaseState state, OrderBook orders, Act act, Instant now) {
        CaseClock clock =
                act.dueAt() == null ? state.clock() : state.clock().dueBy(act.dueAt(), now, clocks.calendar());
        orders.open(act, clock.dueAt(), now);
        return state.to(IncidentStatus.ASSIGNED).sentTo(firstUnit(act.orders())).with(clock);
    }

    private static @Nullable String firstUnit(List<Act.Order> orders) {
        return orders.stream()
                .map(Act.Order::unitId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static CaseState started(CaseState state, OrderBook orders, Act act, Instant now) {
        orders.begin(act.actor(), now);
        return state.to(IncidentStatus.HANDLING);
    }

    private static CaseState returned(CaseState state, OrderBook orders, Instant now) {
        orders.endActive(OrderStatus.RETURNED, now);
        return state.to(IncidentStatus.ACCEPTED).sentTo(null).with(state.tally().returned());
    }

    private CaseState handled(Incident incident, OrderBook orders, Instant now) {
        orders.endActive(OrderStatus.DONE, now);
        CaseState state = incident.state();
        return state.to(IncidentStatus.HANDLED).with(clock(ClockStep.VERIFY, incident, state, now));
    }

    /** Back to those who had it, with a fresh clock. */
    private CaseState again(Incident incident, OrderBook orders, Instant now) {
        CaseState state = incident.state();
        CaseClock clock = clock(ClockStep.HANDLE, incident, state, now);
        orders.reviveDone(now);
        orders.dueBy(clock.dueAt());
        return state.to(IncidentStatus.ASSIGNED)
                .with(state.tally().reopened())
                .answered(null)
                .closedAt(null)
                .with(clock);
    }

    /** Not reached: the case waits for the next try, and only the last one ends the revisit. */
    private CaseState revisited(Incident incident, Act act, Instant now) {
        CaseState state = incident.state();
        if (act.outcome() == RevisitOutcome.UNREACHABLE) {
            state = state.with(state.tally().notReached(now));
            if (state.tally().unreached() < RevisitOutcome.TRIES) {
                return state;
            }
        }
        return state.to(IncidentStatus.REVISITED)
                .answered(act.outcome())
                .with(clock(ClockStep.CLOSE, incident, state, now));
    }

    private CaseState resumed(CaseState state, OrderBook orders, Instant now) {
        CaseClock clock = state.clock().resume(now, clocks.calendar());
        orders.dueBy(clock.dueAt());
        return state.with(clock);
    }

    private CaseState extended(CaseState state, OrderBook orders, Act act, Instant now) {
        Instant due = Objects.requireNonNull(act.dueAt(), "extend needs a deadline");
        orders.dueBy(due);
        return state.with(state.clock().dueBy(due, now, clocks.calendar()))
                .with(state.tally().asExtended());
    }

    private static @Nullable String event(Act act) {
        return switch (act.move()) {
            case RETURN -> "RETURNED";
            case REOPEN -> "REOPENED";
            case VERIFY -> act.passed() ? null : "REOPENED";
            default -> null;
        };
    }

    private static Map<String, String> details(Incident incident, Act act, CaseState next) {
        Map<String, String> details = new TreeMap<>();
        if (!act.orders().isEmpty()) {
            put(details, "workers", act.orders().stream().map(Act.Order::workerId));
            put(details, "units", act.orders().stream().map(Act.Order::unitId));
        }
        if (act.dueAt() != null) {
            details.put("dueAt", act.dueAt().toString());
        }
        if (act.move() == Move.VERIFY) {
            details.put("passed", Boolean.toString(act.passed()));
        }
        if (act.outcome() != null) {
            details.put("outcome", act.outcome().name());
        }
        if (act.outcome() == RevisitOutcome.UNREACHABLE) {
            details.put("attempt", Integer.toString(next.tally().unreached()));
        }
        if (act.complexity() != null) {
            details.put("complexity", act.complexity().name());
        }
        if (act.targetSeq() != null) {
            details.put("into", Long.toString(act.targetSeq()));
        }
        if (incident.state().clock().paused() && !next.clock().paused() && act.move() != Move.RESUME) {
            details.put("pauseEnded", "true");
        }
        return details;
    }

    private static void put(
            Map<String, String> details, String name, java.util.stream.Stream<@Nullable String> values) {
        String text = values.filter(Objects::nonNull).collect(Collectors.joining(","));
        if (!text.isEmpty()) {
            details.put(name, text);
        }
    }
}
