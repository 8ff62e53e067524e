package org.gridsight.app.hotspots;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.incidents.IncidentHistory;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.spatial.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the map of today. Reports know nothing of it: every few minutes the marks of the incidents are held against
 * those of the stored map, and only a difference, or a new day, makes a new one; a new day also tests the past anew. One node at a time, by a lease.
 */
@Component
class HotspotRefresh {

    private static final Logger log = LoggerFactory.getLogger(HotspotRefresh.class);
    private static final Duration TURN = Duration.ofMinutes(10);
    private static final int KEPT_DAYS = 400;

    private final IncidentHistory incidents;
    private final Grids grids;
    private final DayStudy study;
    private final BackTestStudy backTest;
    private final HotspotStore store;
    private final Analyses analyses;
    private final HotspotSettings settings;
    private final Clock clock;
    private final String holder = UUID.randomUUID().toString();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Instant due = Instant.MAX;

    HotspotRefresh(
            IncidentHistory incidents,
            Grids grids,
            DayStudy study,
            BackTestStudy backTest,
            HotspotStore store,
            Analyses analyses,
            HotspotSettings settings,
            Clock clock) {
        this.incidents = incidents;
        this.grids = grids;
        this.study = study;
        this.backTest = backTest;
        this.store = store;
        this.analyses = analyses;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void ready(ApplicationReadyEvent started) {
        due = clock.instant().plus(settings.firstRefreshAfter());
    }

    /** Looks whether it is time; the work is done elsewhere, at low priority. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT10S")
    void look() {
        if (clock.instant().isBefore(due) || !grids.isSetUp() || !busy.compareAndSet(false, true)) {
            return;
        }
        due = clock.instant().plus(settings.refreshEvery());
        try {
            analyses.aside(this::refresh).whenComplete((done, fault) -> {
                busy.set(false);
                if (fault != null) {
                    log.warn("the map of hotspots could not be refreshed, next try at {}", due, fault);
                }
            });
        } catch (Rejected full) {
            busy.set(false);
        }
    }

    /** Makes a new map if there is anything new; true when it did. */
    boolean refresh(Run run) {
        Instant now = clock.instant();
        if (!store.takeTurn(holder, now, now.plus(TURN))) {
            return false;
        }
        LocalDate day = study.today();
        String mark = mark();
        boolean changed = store.find(Optional.of(day))
                .filter(old -> old.mark().equals(mark))
                .isEmpty();
        if (changed) {
            store.keep(
                    study.map(day, Optional.empty(), run, share -> {}),
                    mark,
                    grids.place().code());
            store.forgetBefore(day.minusDays(KEPT_DAYS));
        }
        boolean untested =
                store.findBackTest().filter(old -> old.day().equals(day)).isEmpty();
        if (untested && !mark.isEmpty()) {
            store.keepBackTest(day, backTest.figures(day, run));
        }
        return changed;
    }

    private String mark() {
        return incidents.marks().stream()
                .map(mark -> mark.kind() + ":" + mark.cases() + ":" + mark.lastSeq() + ":" + mark.seqSum())
                .collect(Collectors.joining(" "));
    }
}
