package org.gridsight.app.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.PersonalReads;
import org.gridsight.app.incidents.IncidentView;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.LngLat;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who could go: workers on duty with a fresh position, the free and suitable first, then by travel time. The time of
 * those who come into question is taken by road; the reason says when it is only an estimate.
 */
@Service
class Proposals {

    private static final Comparator<Proposal> BEST_FIRST = Comparator.comparing(Proposal::available)
            .thenComparing(Proposal::skilled)
            .reversed()
            .thenComparingLong(proposal -> proposal.journey().secondsOrLast())
            .thenComparing(Proposal::workerId);

    /** The nearest by a straight line may be far by road: so many are routed for each that is answered. */
    private static final int ROUTED_PER_ANSWER = 4;

    private final GridWorkerRepository workers;
    private final Workforce workforce;
    private final Incidents incidents;
    private final PersonalReads reads;
    private final Roads roads;
    private final DispatchSettings settings;
    private final Clock clock;

    Proposals(
            GridWorkerRepository workers,
            Workforce workforce,
            Incidents incidents,
            PersonalReads reads,
            Roads roads,
            DispatchSettings settings,
            Clock clock) {
        this.workers = workers;
        this.workforce = workforce;
        this.incidents = incidents;
        this.reads = reads;
        this.roads = roads;
        this.settings = settings;
        this.clock = clock;
    }

    /** One candidate; {@code skilled} is whether the person is trained for this kind of matter. */
    record Proposal(
            String workerId,
            String name,
            LngLat place,
            Journey journey,
            long distanceMetres,
            long positionAgeSeconds,
            boolean available,
            boolean skilled,
            boolean homeGrid,
            double detourFactor) {

        Text why() {
            String zh = (available ? "空闲" : "正在处置另一事件")
                    + (homeGrid ? ",本网格" : "")
                    + (skilled ? "" : ",未标注此类技能")
                    + ","
                    + journey.basis().words().zh();
            String en = (available ? "free" : "busy with another case")
                    + (homeGrid ? ", home grid" : "")
                    + (skilled ? "" : ", not trained for this kind")
                    + ", "
                    + journey.basis().words().en();
            return new Text(zh, en).with(Double.toString(detourFactor));
        }

        Proposal with(Journey routed) {
            return new Proposal(
                    workerId,
                    name,
                    place,
                    routed,
                    distanceMetres,
                    positionAgeSeconds,
                    available,
                    skilled,
                    homeGrid,
                    detourFactor);
        }
    }

    /** For somebody whose look at names and places of people is on record. */
    @Transactional
    public List<Proposal> forIncident(String incidentKey, CurrentUser reader, int limit) {
        Scope scope = reader.scope();
        IncidentView incident =
                incidents.find(incidentKey, scope).orElseThrow(() -> new Rejected(CommonReason.NOT_FOUND, incidentKey));
        reads.record(AuditEntry.of(
                reader.username(),
                "worker.read-near",
                "incident/" + incident.seq(),
                incident.gridCode(),
                Map.of("area", scope.prefix())));
        Set<String> busy = incidents.workersUnderWay();
        Instant now = clock.instant();
        return workers.findAll(scope.like()).stream()
                .flatMap(worker -> propose(worker, incident, busy, now).stream())
                .sorted(BEST_FIRST)
                .limit((long) limit * ROUTED_PER_ANSWER)
                .map(proposal -> proposal.with(roads.journey(proposal.place(), incident.place())))
                .sorted(BEST_FIRST)
                .limit(limit)
                .toList();
    }

    private Optional<Proposal> propose(GridWorker worker, IncidentView incident, Set<String> busy, Instant now) {
        LngLat place = incident.place();
        return workforce.freshFix(worker, now).map(fix -> {
            Set<String> skills = worker.skills();
            return new Proposal(
                    worker.workerId(),
                    worker.displayName(),
                    fix.place(),
                    roads.estimate(fix.place(), place),
                    Math.round(fix.place().metresTo(place)),
                    fix.age(now).toSeconds(),
                    !busy.contains(worker.workerId()),
                    skills.isEmpty() || skills.contains(incident.kind().name()),
                    worker.gridCode().equals(incident.gridCode()),
                    settings.detourFactor());
        });
    }
}
