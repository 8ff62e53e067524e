package org.gridsight.app.incidents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gridsight.app.kernel.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws incidents for the outside, with those sent to them and the names of units and merge targets. */
@Component
class IncidentViews {

    private static final int CHUNK = 1_000;

    private final AssignmentRepository assignments;
    private final IncidentRepository incidents;
    private final Units units;

    IncidentViews(AssignmentRepository assignments, IncidentRepository incidents, Units units) {
        this.assignments = assignments;
        this.incidents = incidents;
        this.units = units;
    }

    IncidentView of(Incident incident) {
        return of(List.of(incident)).get(0);
    }

    /** In the given order; two queries for each thousand. */
    List<IncidentView> of(List<Incident> list) {
        List<IncidentView> views = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i += CHUNK) {
            List<Incident> some = list.subList(i, Math.min(list.size(), i + CHUNK));
            Map<Long, List<Assignment>> sent =
                    assignments
                            .findAllByIncident(some.stream().map(Incident::seq).toList())
                            .stream()
                            .collect(Collectors.groupingBy(Assignment::incidentSeq));
            Map<Long, UUID> targets = targets(some);
            some.forEach(incident -> views.add(view(incident, sent.getOrDefault(incident.seq(), List.of()), targets)));
        }
        return views;
    }

    /** Of an incident whose orders are at hand. */
    IncidentView of(Incident incident, Collection<Assignment> sent) {
        return view(incident, sent, targets(List.of(incident)));
    }

    private Map<Long, UUID> targets(Collection<Incident> list) {
        Map<Long, UUID> targets = new HashMap<>();
        List<Long> wanted = list.stream()
                .map(incident -> incident.state().mergedInto())
                .filter(java.util.Objects::nonNull)
                .toList();
        if (!wanted.isEmpty()) {
            incidents
                    .findAllBySeq(wanted, Scope.everything().like())
                    .forEach(target -> targets.put(target.seq(), target.id()));
        }
        return targets;
    }

    private IncidentView view(Incident incident, Collection<Assignment> sent, Map<Long, UUID> targets) {
        return new IncidentView(
                incident.id(),
                incident.seq(),
                incident.number(),
                incident.version(),
                incident.state().status(),
                incident.matter().kind(),
                incident.matter().category(),
                scaleCode(incident.matter()),
                name(incident.state().level()),
                incident.state().complexity().name(),
                incident.matter().title(),
                incident.matter().description(),
                incident.matter().address(),
                location(incident.spot()),
                incident.spot().gridCode(),
                incident.spot().gridName(),
                incident.spot().villageName(),
                incident.matter().source(),
                incident.occurredAt(),
                incident.receivedAt(),
                incident.updatedAt(),
                incident.state().clock().dueAt(),
                incident.state().clock().limitSeconds(),
                incident.state().closedAt(),
                incident.state().unitId(),
                unitName(incident.state().unitId()),
                workers(sent),
                incident.state().clock().paused(),
                incident.state().tally().extended(),
                counts(incident.state().tally()),
                target(incident.state(), targets),
                name(incident.state().outcome()),
                incident.spot().flags(),
                null);
    }

    private static IncidentView.Location location(Spot spot) {
        return new IncidentView.Location(
                List.of(spot.location().getX(), spot.location().getY()));
    }

    private static IncidentView.Counts counts(Tally tally) {
        return new IncidentView.Counts(tally.escalation(), tally.returns(), tally.reopens(), tally.unreached());
    }

    private static @Nullable String scaleCode(Matter matter) {
        return matter.scale() == null ? null : matter.scale().code();
    }

    private static @Nullable UUID target(CaseState state, Map<Long, UUID> targets) {
        return state.mergedInto() == null ? null : targets.get(state.mergedInto());
    }

    private @Nullable String unitName(@Nullable String unitId) {
        return unitId == null ? null : units.find(unitId).map(Units.Unit::zh).orElse(unitId);
    }

    private static List<IncidentView.Worker> workers(Collection<Assignment> sent) {
        return sent.stream()
                .filter(order -> order.workerId() != null && order.status().isKept())
                .map(order -> new IncidentView.Worker(
                        String.valueOf(order.workerId()),
                        String.valueOf(order.workerName()),
                        order.isLead(),
                        order.status().isActive()))
                .toList();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
