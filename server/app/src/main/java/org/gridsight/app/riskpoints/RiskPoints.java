package org.gridsight.app.riskpoints;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.grids.GivenPlace;
import org.gridsight.app.grids.GridAt;
import org.gridsight.app.grids.GridMap;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.grids.LocationCheck;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of risk points: enter, change, look back. */
@Service
public class RiskPoints {

    private static final int MOST = 20_000;

    private final RiskPointRepository points;
    private final RiskHistory history;
    private final Grids grids;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    RiskPoints(
            RiskPointRepository points,
            RiskHistory history,
            Grids grids,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${gridsight.incidents.zone}") ZoneId zone) {
        this.points = points;
        this.history = history;
        this.grids = grids;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /** Enters many at once, or none when one lies outside. */
    @Transactional
    public void register(List<NewRiskPoint> wanted, String actor) {
        GridMap map = grids.map();
        Faults faults = new Faults();
        for (int i = 0; i < wanted.size(); i++) {
            judge(map, wanted.get(i).place(), "[" + i + "].location", faults);
        }
        faults.throwIfAny();
        for (NewRiskPoint point : wanted) {
            enter(point, judge(map, point.place(), "location", faults).orElseThrow(), actor);
        }
    }

    @Transactional
    RiskPoint enter(RiskPointRequest request, CurrentUser user) {
        Faults faults = new Faults();
        Optional<GivenPlace> place = request.place(faults);
        Optional<GridAt> grid = place.flatMap(given -> judge(grids.map(), given, "location", faults));
        Optional<NewRiskPoint> wanted = request.toNew(place, today(clock.instant()), faults);
        faults.throwIfAny();
        user.requireScope(grid.orElseThrow().code());
        return enter(wanted.orElseThrow(), grid.get(), user.username());
    }

    private RiskPoint enter(NewRiskPoint wanted, GridAt grid, String actor) {
        Instant now = clock.instant();
        RiskPoint point = points.saveAndFlush(new RiskPoint(wanted, grid, today(now), now));
        Map<String, String> details =
                Map.of("name", wanted.name(), "level", wanted.level().name());
        record(point, new RiskHistory.Step(point.version(), now, actor, "create", details), grid.code());
        return point;
    }

    @Transactional
    RiskPoint change(String id, RiskPointRequest request, CurrentUser user) {
        // first of all: whoever may not see it hears nothing about the rest
        RiskPoint point = find(id, user.scope());
        Instant now = clock.instant();
        Faults faults = new Faults();
        Optional<GivenPlace> place = request.place(faults);
        Optional<GridAt> grid = place.flatMap(given -> judge(grids.map(), given, "location", faults));
        RiskPointChange change = request.toChange(place, today(now), faults);
        faults.throwIfAny();
        grid.ifPresent(to -> user.requireScope(to.code()));
        if (point.version() != change.version()) {
            throw new Rejected(RiskReason.STALE_VERSION, point.version()).with("current", RiskPointAnswer.from(point));
        }
        String formerGrid = point.gridCode();
        Map<String, String> changes = point.change(change, grid, now);
        RiskPoint saved = points.saveAndFlush(point);
        String action = change.reviewedOn().isPresent() ? "review" : "change";
        record(saved, new RiskHistory.Step(saved.version(), now, user.username(), action, changes), formerGrid);
        return saved;
    }

    private Optional<GridAt> judge(GridMap map, GivenPlace place, String field, Faults faults) {
        LocationCheck check = map.check(place.degrees(), clock.instant());
        check.reportTo(faults, field);
        return check.grid();
    }

    private void record(RiskPoint point, RiskHistory.Step step, String formerGrid) {
        history.add(point, step);
        events.publishEvent(new RiskPointChanged(
                step.actor(), step.action(), point.feature(), point.properties(), formerGrid, step.changes()));
    }

    RiskPoint find(String id, Scope scope) {
        return uuid(id).flatMap(key -> points.find(key, scope.like()))
                .orElseThrow(() -> new Rejected(RiskReason.NOT_FOUND, id));
    }

    List<RiskPoint> list(Scope scope) {
        return points.list(scope.like(), false, Limit.of(MOST));
    }

    @Transactional(readOnly = true)
    List<RiskHistory.Step> history(String id, Scope scope) {
        return history.list(find(id, scope).id());
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }
}
