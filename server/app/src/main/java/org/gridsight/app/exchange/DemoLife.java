package org.gridsight.app.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.dispatch.Position;
import org.gridsight.app.dispatch.Workforce;
import org.gridsight.app.kernel.Scope;
import org.gridsight.gisdata.demo.DemoArrivals;
import org.gridsight.gisdata.demo.DemoTownship;
import org.gridsight.gisdata.demo.DemoWalk;
import org.gridsight.gisdata.demo.DemoWorker;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The demo lives: workers on duty walk the roads, now and then a matter comes in and {@link DemoStaff} works on it, all
 * through the doors a person uses. Without {@code demo-live} workers get one fresh position at start and nothing more
 * happens by itself. The worker behind the demo account {@code worker} is left alone.
 */
@Component
class DemoLife {

    private static final Duration RECENT = Duration.ofMinutes(15);

    private final DemoSettings settings;
    private final DemoTown towns;
    private final Workforce workforce;
    private final DemoStaff staff;
    private final Clock clock;
    private volatile Optional<Scene> scene = Optional.empty();
    // nothing to take up before the product is ready
    private volatile boolean begun = true;

    DemoLife(DemoSettings settings, DemoTown towns, Workforce workforce, DemoStaff staff, Clock clock) {
        this.settings = settings;
        this.towns = towns;
        this.workforce = workforce;
        this.staff = staff;
        this.clock = clock;
    }

    /** What is walked and what comes in; only made in a demo, only touched by the scheduler. */
    private static final class Scene {

        private final List<DemoWorker> workers;
        private final DemoWalk walk;
        private final DemoArrivals arrivals;
        private Instant walkedTo;
        private DemoArrivals.Arrival next;

        Scene(DemoTownship town, Duration mean, Instant now) {
            workers = town.workers().stream()
                    .filter(worker -> !worker.demoAccount())
                    .toList();
            walk = new DemoWalk(town);
            arrivals = new DemoArrivals(town, mean);
            walkedTo = now.minus(RECENT);
            next = arrivals.next(now);
        }
    }

    /** A demo just loaded has its shift on the map before the product says it is up. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (towns.isMade()) {
            takeUp();
        } else {
            begun = !settings.demo();
        }
    }

    private void takeUp() {
        begun = true;
        Instant now = clock.instant();
        Scene fresh = new Scene(towns.at(now), settings.demoArrivalMean(), now);
        towns.release();
        walk(fresh, now);
        if (settings.demoLive()) {
            scene = Optional.of(fresh);
        }
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void tick() {
        if (!begun) {
            takeUp();
        }
        scene.ifPresent(now -> {
            Instant time = clock.instant();
            walk(now, time);
            receive(now, time);
            staff.work(time);
        });
    }

    private void walk(Scene town, Instant now) {
        for (DemoWorker worker : town.workers) {
            List<Position> fixes = town.walk.fixes(worker, town.walkedTo, now).stream()
                    .map(fix -> new Position(DemoLoader.lngLat(fix.place()), fix.accuracyMetres(), fix.at()))
                    .toList();
            if (!fixes.isEmpty() && workforce.isOnDuty(worker.id(), Scope.everything())) {
                workforce.locate(worker.id(), fixes);
            }
        }
        town.walkedTo = now;
    }

    private void receive(Scene town, Instant now) {
        while (!town.next.at().isAfter(now)) {
            staff.report(town.next);
            town.next = town.arrivals.next(town.next.at());
        }
    }
}
