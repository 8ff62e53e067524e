package org.gridsight.app.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Refuses to send somebody whom another officer has sent elsewhere meanwhile. Several open orders of one worker are fine;
 * an order that the officer did not know of is not, unless the officer says {@code anyway}. What was known is the load
 * that {@code seen} tells; without it, everything but another officer's order of the last seconds.
 */
@Component
class TakenCheck {

    private final AssignmentRepository assignments;
    private final IncidentRepository incidents;
    private final IncidentSettings settings;

    TakenCheck(AssignmentRepository assignments, IncidentRepository incidents, IncidentSettings settings) {
        this.assignments = assignments;
        this.incidents = incidents;
        this.settings = settings;
    }

    /** One worker taken by somebody else; {@code number} is empty when that case lies outside the reader's area. */
    record Taken(
            String workerId,
            @Nullable String workerName,
            @Nullable String number,
            @Nullable String by,
            Instant at) {}

    /** Whom an officer wants to send, and what the officer knew of them. */
    record Choice(
            List<String> workerIds,
            @Nullable List<MoveRequest.@Nullable Seen> seen,
            @Nullable Boolean anyway) {

        static Choice of(Act act, MoveRequest body) {
            List<String> workers = act.orders().stream()
                    .map(Act.Order::workerId)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList();
            return new Choice(workers, body.seen(), body.anyway());
        }
    }

    /**
     * @return the turn that each worker's next order takes. Read before anything else: an order that comes in after this
     *     look takes the same turn, and the database lets one of the two through
     */
    Map<String, Long> require(Choice choice, CurrentUser officer, Instant now) {
        Map<String, Long> turns = choice.workerIds().stream()
                .distinct()
                .collect(Collectors.toMap(worker -> worker, worker -> assignments.lastTurn(worker) + 1));
        if (!Boolean.TRUE.equals(choice.anyway())) {
            requireUntaken(choice, officer, now);
        }
        return turns;
    }

    private void requireUntaken(Choice choice, CurrentUser officer, Instant now) {
        Map<String, Integer> seen = seen(choice);
        List<Taken> taken = choice.workerIds().stream()
                .flatMap(worker -> unknown(worker, Optional.ofNullable(seen.get(worker)), now, officer).stream())
                .map(order -> taken(order, officer.scope()))
                .toList();
        if (!taken.isEmpty()) {
            Taken first = taken.get(0);
            throw new Rejected(
                            IncidentReason.WORKER_TAKEN,
                            named(first.workerName(), first.workerId()),
                            named(first.number(), "—"),
                            named(first.by(), "—"))
                    .with("taken", taken);
        }
    }

    private static Map<String, Integer> seen(Choice choice) {
        List<MoveRequest.@Nullable Seen> told = choice.seen() == null ? List.of() : choice.seen();
        return told.stream()
                .filter(one -> one != null && one.workerId() != null && one.load() != null)
                .map(Objects::requireNonNull)
                .collect(Collectors.toMap(
                        one -> Objects.requireNonNull(one.workerId()),
                        one -> Objects.requireNonNull(one.load()),
                        Math::max));
    }

    /** The newest order that the officer cannot have known. */
    private Optional<Assignment> unknown(String workerId, Optional<Integer> load, Instant now, CurrentUser officer) {
        List<Assignment> active = assignments.listActive(workerId);
        if (load.isPresent()) {
            return active.stream().findFirst().filter(newest -> active.size() > load.get());
        }
        Instant since = now.minus(settings.takenWithin());
        return active.stream()
                .filter(order -> order.createdAt().isAfter(since))
                .filter(order -> !officer.username().equals(order.assignedBy()))
                .findFirst();
    }

    private Taken taken(Assignment order, Scope scope) {
        String number = incidents
                .findBySeq(order.incidentSeq(), scope.like())
                .map(Incident::number)
                .orElse(null);
        return new Taken(
                Objects.requireNonNull(order.workerId()),
                order.workerName(),
                number,
                order.assignedByName(),
                order.createdAt());
    }

    private static String named(@Nullable String name, String otherwise) {
        return name == null || name.isBlank() ? otherwise : name;
    }
}
