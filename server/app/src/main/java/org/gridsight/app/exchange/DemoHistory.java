package org.gridsight.app.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridsight.app.grids.Grid;
import org.gridsight.app.grids.GridAt;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.grids.LocationCheck;
import org.gridsight.app.incidents.Assignees;
import org.gridsight.app.incidents.IncidentArchive;
import org.gridsight.app.incidents.IncidentKind;
import org.gridsight.app.incidents.IncidentScale;
import org.gridsight.app.incidents.IncidentSource;
import org.gridsight.app.incidents.Move;
import org.gridsight.app.incidents.NewIncident;
import org.gridsight.app.incidents.PartySide;
import org.gridsight.app.incidents.PastIncident;
import org.gridsight.gisdata.demo.DemoIncident;
import org.gridsight.gisdata.demo.DemoPerson;
import org.gridsight.gisdata.demo.DemoTownship;
import org.gridsight.gisdata.demo.DemoWorker;
import org.springframework.stereotype.Component;

/** Tells the demo's past to the incidents room, which replays it by the rules of the loop. */
@Component
class DemoHistory {

    private static final String FAILED = "FAIL";
    private static final String NOT_REACHED = "UNREACHABLE";

    private final IncidentArchive archive;
    private final Grids grids;

    DemoHistory(IncidentArchive archive, Grids grids) {
        this.archive = archive;
        this.grids = grids;
    }

    void load(DemoTownship town) {
        Map<String, DemoWorker> workers =
                town.workers().stream().collect(Collectors.toMap(DemoWorker::id, Function.identity()));
        archive.restore(
                town.incidents().stream()
                        .map(incident -> past(incident, workers))
                        .toList(),
                DemoLoader.ACTOR);
    }

    private PastIncident past(DemoIncident incident, Map<String, DemoWorker> workers) {
        List<DemoIncident.Step> course = incident.course().steps();
        List<PastIncident.Step> steps = new ArrayList<>();
        for (int i = 0; i < course.size(); i++) {
            DemoIncident.Step step = course.get(i);
            if (NOT_REACHED.equals(step.remark().code())) {
                steps.addAll(vainTries(course.get(i - 1).at(), step));
            }
            if (!step.action().equals("report")) {
                steps.add(step(step, incident, workers));
            }
        }
        PastIncident.Person reporter = course.stream()
                .findFirst()
                .map(step -> person(step.actor()))
                .orElseGet(() -> new PastIncident.Person("public", "群众", null));
        return new PastIncident(
                incident.id().toString(), reported(incident), incident.report().receivedAt(), reporter, steps);
    }

    private NewIncident reported(DemoIncident incident) {
        DemoIncident.Matter matter = incident.matter();
        DemoIncident.Report report = incident.report();
        return new NewIncident(
                IncidentKind.valueOf(matter.kind()),
                matter.category(),
                matter.scale() == null ? null : IncidentScale.valueOf(matter.scale()),
                matter.title(),
                matter.description(),
                incident.place().address(),
                IncidentSource.valueOf(report.source()),
                report.occurredAt(),
                where(incident.place(), report.occurredAt()),
                new NewIncident.Reporter(
                        report.people().reporter().name(),
                        report.people().reporter().phone(),
                        null),
                parties(report.people()));
    }

    /** The two sides of a dispute. */
    static List<NewIncident.Party> parties(DemoIncident.People people) {
        List<NewIncident.Party> parties = new ArrayList<>();
        for (DemoPerson person : people.parties()) {
            PartySide side = parties.isEmpty() ? PartySide.MAIN : PartySide.OTHER;
            parties.add(NewIncident.Party.named(side, person.name(), person.phone()));
        }
        return parties;
    }

    /** The generator tells three tries as one step: the two before it, spread over the time since the check. */
    private static List<PastIncident.Step> vainTries(Instant checked, DemoIncident.Step last) {
        Duration third = Duration.between(checked, last.at()).dividedBy(3);
        return Stream.of(checked.plus(third), checked.plus(third.multipliedBy(2)))
                .map(at -> new PastIncident.Step(
                        Move.REVISIT,
                        at,
                        person(last.actor()),
                        "电话回访未接通。",
                        PastIncident.Details.revisited(NOT_REACHED)))
                .toList();
    }

    /** Where it was said to be; a point outside the town is kept, in the grid of its address and flagged. */
    private NewIncident.Where where(DemoIncident.Place place, Instant when) {
        LocationCheck check = grids.check(place.at().getCoordinate(), when);
        Set<String> flags = check.flags().stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        GridAt grid = check.grid().orElseGet(() -> addressed(place.gridCode()));
        return new NewIncident.Where(
                DemoLoader.lngLat(place.at()),
                grid.code(),
                grid.name(),
                grid.villageCode(),
                grid.villageName(),
                null,
                flags);
    }

    private GridAt addressed(String gridCode) {
        Grid grid = grids.find(gridCode).orElseThrow();
        return new GridAt(grid.code(), grid.name(), grid.villageCode(), grid.villageName(), Set.of());
    }

    private static PastIncident.Step step(
            DemoIncident.Step step, DemoIncident incident, Map<String, DemoWorker> workers) {
        Move move = Move.parse(step.action()).orElseThrow();
        return new PastIncident.Step(
                move, step.at(), person(step.actor()), step.remark().words(), details(move, step, incident, workers));
    }

    private static PastIncident.Details details(
            Move move, DemoIncident.Step step, DemoIncident incident, Map<String, DemoWorker> workers) {
        Optional<String> code = Optional.ofNullable(step.remark().code());
        return switch (move) {
            case ASSIGN ->
                PastIncident.Details.assigned(
                        code.map(workers::get).map(DemoHistory::assignee).stream()
                                .toList(),
                        null,
                        null);
            case VERIFY -> PastIncident.Details.verified(!code.equals(Optional.of(FAILED)));
            case REVISIT -> PastIncident.Details.revisited(code.orElse("SATISFIED"));
            case MERGE ->
                PastIncident.Details.merged(String.valueOf(incident.course().mergedInto()));
            default -> PastIncident.Details.none();
        };
    }

    private static Assignees.Assignee assignee(DemoWorker worker) {
        return new Assignees.Assignee(
                worker.id(), worker.person().name(), worker.post().gridCode());
    }

    private static PastIncident.Person person(DemoIncident.Actor actor) {
        String username = actor.workerId() == null
                ? "demo-" + actor.role().toLowerCase(Locale.ROOT).replace('_', '-')
                : "demo-" + actor.workerId();
        return new PastIncident.Person(username, actor.name(), actor.workerId());
    }
}
