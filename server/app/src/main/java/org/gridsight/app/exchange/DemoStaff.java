package org.gridsight.app.exchange;

import static org.gridsight.app.access.Role.*;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Role;
import org.gridsight.app.dispatch.Workforce;
import org.gridsight.app.incidents.IncidentKind;
import org.gridsight.app.incidents.IncidentScale;
import org.gridsight.app.incidents.IncidentSource;
import org.gridsight.app.incidents.IncidentStatus;
import org.gridsight.app.incidents.IncidentView;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.incidents.MoveRequest;
import org.gridsight.app.incidents.NewIncident;
import org.gridsight.app.incidents.Orders;
import org.gridsight.app.incidents.Siting;
import org.gridsight.app.incidents.WorkerLoads;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.gridsight.gisdata.crs.Crs;
import org.gridsight.gisdata.demo.DemoArrivals;
import org.gridsight.gisdata.demo.DemoIncident;
import org.gridsight.gisdata.demo.DemoTownship;
import org.springframework.stereotype.Component;

/**
 * The invented staff of the living demo: takes what comes in and carries it, move by move, from report to close. Leaves a
 * case alone as soon as a person has touched it, and whatever was open before a restart. Used by one thread.
 */
@Component
class DemoStaff {

    private static final int CASES_AT_ONCE = 40;
    private static final int ANSWERS = 2;

    /** Now and then nobody answers at first, so that the desk sees what it does then. */
    private static final Duration SILENCE = Duration.ofMinutes(7);

    private final Incidents incidents;
    private final Orders orders;
    private final WorkerLoads loads;
    private final Siting siting;
    private final Workforce workforce;
    private final DemoSettings settings;
    private final Clock clock;
    private final Random pace;
    private final List<Case> cases = new ArrayList<>();

    DemoStaff(
            Incidents incidents,
            Orders orders,
            WorkerLoads loads,
            Siting siting,
            Workforce workforce,
            DemoSettings settings,
            Clock clock) {
        this.incidents = incidents;
        this.orders = orders;
        this.loads = loads;
        this.siting = siting;
        this.workforce = workforce;
        this.settings = settings;
        this.clock = clock;
        this.pace = new Random(settings.demoSeed());
    }

    /** A case of ours as we left it, how often its worker has answered the order, and when what comes next is due. */
    private record Case(IncidentView incident, int answers, Instant due) {}

    void report(DemoArrivals.Arrival arrival) {
        DemoIncident.Matter matter = arrival.matter();
        Faults faults = new Faults();
        siting.site(arrival.place().at().getCoordinate(), Crs.cgcs2000(), clock.instant(), faults)
                .map(where -> new NewIncident(
                        IncidentKind.valueOf(matter.kind()),
                        matter.category(),
                        matter.scale() == null ? null : IncidentScale.valueOf(matter.scale()),
                        matter.title(),
                        matter.description(),
                        arrival.place().address(),
                        IncidentSource.valueOf(arrival.report().source()),
                        arrival.report().occurredAt(),
                        where,
                        new NewIncident.Reporter(
                                arrival.report().people().reporter().name(),
                                arrival.report().people().reporter().phone(),
                                null),
                        DemoHistory.parties(arrival.report().people())))
                .ifPresent(incident -> keep(incidents.report(incident, person("demo-window", "窗口演示员", WINDOW_CLERK))));
    }

    /** Makes the moves that are due. */
    void work(Instant now) {
        for (Case one : List.copyOf(cases)) {
            if (!one.due().isAfter(now)) {
                cases.remove(one);
                advance(one);
            }
        }
    }

    private void keep(IncidentView incident) {
        keep(incident, 0);
    }

    private void keep(IncidentView incident, int answers) {
        if (incident.status().isOpen() && cases.size() < CASES_AT_ONCE) {
            double wait =
                    -Math.log(1 - pace.nextDouble()) * settings.demoStepMean().toSeconds();
            boolean silent = answers == 0 && incident.status() == IncidentStatus.ASSIGNED && incident.seq() % 7 == 3;
            Duration before = silent ? SILENCE : Duration.ofSeconds(5);
            cases.add(new Case(incident, answers, clock.instant().plus(before).plusSeconds(Math.round(wait))));
        }
    }

    /** The one sent says yes, then sets out, then begins. */
    private void advance(Case one) {
        IncidentView left = one.incident();
        if (left.status() != IncidentStatus.ASSIGNED || one.answers() == ANSWERS) {
            advance(left).ifPresent(this::keep);
            return;
        }
        try {
            orders.answer(left, one.answers() > 0, worker(left)).ifPresent(next -> keep(next, one.answers() + 1));
        } catch (Rejected touched) {
            // somebody else works on it now: theirs
        }
    }

    private Optional<IncidentView> advance(IncidentView left) {
        try {
            return switch (left.status()) {
                case REPORTED -> act(left, "accept", person("demo-duty", "值班演示员", DISPATCHER), Map.of());
                case ACCEPTED -> assign(left);
                case ASSIGNED -> act(left, "start", worker(left), Map.of());
                case HANDLING -> act(left, "handle", worker(left), Map.of("result", "已到场处置并告知报告人。"));
                case HANDLED ->
                    act(
                            left,
                            "verify",
                            person("demo-verifier", "核查演示员", VERIFIER),
                            Map.of("passed", "true", "finding", "现场核查,已解决。"));
                case VERIFIED -> revisit(left);
                case REVISITED -> act(left, "close", person("demo-duty", "值班演示员", DISPATCHER), Map.of());
                case CLOSED, REJECTED, MERGED -> Optional.empty();
            };
        } catch (Rejected touched) {
            // somebody else works on it now: theirs
            return Optional.empty();
        }
    }

    /** Now and then nobody answers the first call. */
    private Optional<IncidentView> revisit(IncidentView left) {
        boolean vain = left.counts().unreached() == 0 && left.seq() % 8 == 0;
        return act(
                left,
                "revisit",
                person("demo-window", "窗口演示员", WINDOW_CLERK),
                Map.of("outcome", vain ? "UNREACHABLE" : "SATISFIED"));
    }

    private Optional<IncidentView> assign(IncidentView incident) {
        Set<String> busy = loads.byWorker().entrySet().stream()
                .filter(entry -> entry.getValue().open() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return workforce
                .nearestOnDuty(incident.place(), busy, Scope.everything())
                .flatMap(workerId -> act(
                        incident,
                        "assign",
                        person("demo-duty", "值班演示员", DISPATCHER),
                        Map.of("workerIds", List.of(workerId))));
    }

    private Optional<IncidentView> act(IncidentView left, String action, CurrentUser by, Map<String, ?> fields) {
        Map<String, Object> body = new HashMap<>(fields);
        body.put("action", action);
        body.put("version", Long.toString(left.version()));
        return Optional.of(incidents.act(left.id().toString(), MoveRequest.from(body), by, Optional.empty()));
    }

    private static CurrentUser worker(IncidentView incident) {
        String workerId = incident.workers().stream()
                .filter(IncidentView.Worker::lead)
                .map(IncidentView.Worker::workerId)
                .findFirst()
                .orElse("");
        String name = incident.workers().stream()
                .map(IncidentView.Worker::name)
                .findFirst()
                .orElse("");
        return new CurrentUser(
                "demo-" + workerId, name, Set.of(GRID_WORKER), new Scope(DemoTownship.CODE), workerId, null);
    }

    private static CurrentUser person(String username, String displayName, Role role) {
        return new CurrentUser(username, displayName, Set.of(role), new Scope(DemoTownship.CODE), null, null);
    }
}
