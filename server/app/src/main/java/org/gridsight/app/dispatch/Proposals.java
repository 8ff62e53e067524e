package org.gridsight.app.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.PersonalReads;
import org.gridsight.app.grids.Grid;
import org.gridsight.app.incidents.IncidentView;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.incidents.WorkerLoad;
import org.gridsight.app.incidents.WorkerLoads;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who could go: workers on duty with a fresh position who are not sent to the case already, in the order that
 * {@link Proposal#BEST_FIRST} decides. The time of those who come into question is taken by road, and what the town loses
 * by sending them is said beside.
 */
@Service
class Proposals {

    /** The nearest by a straight line may be far by road: so many are routed for each that is answered. */
    private static final int ROUTED_PER_ANSWER = 4;

    private final GridWorkerRepository workers;
    private final Workforce workforce;
    private final Incidents incidents;
    private final WorkerLoads loads;
    private final PersonalReads reads;
    private final Roads roads;
    private final Cover cover;
    private final DispatchSettings settings;
    private final Clock clock;

    Proposals(
            GridWorkerRepository workers,
            Workforce workforce,
            Incidents incidents,
            WorkerLoads loads,
            PersonalReads reads,
            Roads roads,
            Cover cover,
            DispatchSettings settings,
            Clock clock) {
        this.workers = workers;
        this.workforce = workforce;
        this.incidents = incidents;
        this.loads = loads;
        this.reads = reads;
        this.roads = roads;
        this.cover = cover;
        this.settings = settings;
        this.clock = clock;
    }

    /** All that one list is made of, read once. */
    private record Question(
            IncidentView incident, Map<String, WorkerLoad> loads, WorkerLoads.Standing standing, Instant now) {}

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
        Question question = new Question(incident, loads.byWorker(), loads.standing(incident.id()), clock.instant());
        List<Proposal> all = workers.findAll(scope.like()).stream()
                .flatMap(worker -> propose(worker, question).stream())
                .toList();
        List<Proposal> best = all.stream()
                .filter(one -> !question.standing().sent().contains(one.who().workerId()))
                .sorted(Proposal.BEST_FIRST)
                .limit((long) limit * ROUTED_PER_ANSWER)
                .map(one -> one.by(roads.journey(one.who().place(), incident.place()), orderTakes()))
                .sorted(Proposal.BEST_FIRST)
                .limit(limit)
                .toList();
        return withUncovered(best, all, scope, question.now());
    }

    private List<Proposal> withUncovered(List<Proposal> best, List<Proposal> all, Scope scope, Instant now) {
        List<Fix> free = all.stream()
                .filter(Proposal::isFree)
                .map(one -> new Fix(one.who().workerId(), one.who().place(), Double.NaN, now))
                .toList();
        Map<String, List<Grid>> left = cover.leftBy(free, scope, now);
        return best.stream()
                .map(one -> one.leaving(left.getOrDefault(one.who().workerId(), List.of())))
                .toList();
    }

    ProposalWords words() {
        return new ProposalWords(
                settings.detourFactor(),
                settings.restAfter().toMinutes() / 60.0,
                settings.coverWithin().toSeconds());
    }

    private long orderTakes() {
        return settings.orderTakes().toSeconds();
    }

    private Optional<Proposal> propose(GridWorker worker, Question question) {
        IncidentView incident = question.incident();
        return workforce.freshFix(worker, question.now()).map(fix -> {
            WorkerLoad load = question.loads().getOrDefault(worker.workerId(), WorkerLoad.NONE);
            Journey estimate = roads.estimate(fix.place(), incident.place());
            return new Proposal(
                    new Proposal.Who(
                            worker.workerId(),
                            worker.displayName(),
                            worker.gridCode(),
                            fix.place(),
                            Math.round(fix.place().metresTo(incident.place())),
                            fix.age(question.now()).toSeconds()),
                    estimate,
                    load.open(),
                    load.underWay(),
                    load.underWay() ? Optional.empty() : rest().restUntil(load.work(), question.now()),
                    worker.isSkilledFor(incident.kind(), Optional.ofNullable(incident.category())),
                    question.standing().gaveBack().contains(worker.workerId()),
                    worker.gridCode().equals(incident.gridCode()),
                    Proposal.readySeconds(estimate, load.open(), orderTakes()),
                    List.of());
        });
    }

    private RestRule rest() {
        return new RestRule(settings.restAfter(), settings.restFor());
    }
}
