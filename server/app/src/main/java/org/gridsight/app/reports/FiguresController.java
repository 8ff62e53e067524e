package org.gridsight.app.reports;

import java.time.Instant;
import java.util.List;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.dispatch.Workforce;
import org.gridsight.app.incidents.DeskTimes;
import org.gridsight.app.incidents.IncidentCounts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The key figures of the wall and the console's head. */
@RestController
class FiguresController {

    private static final int LATEST = 3;

    private final IncidentCounts counts;
    private final DeskTimes desk;
    private final Workforce workforce;

    FiguresController(IncidentCounts counts, DeskTimes desk, Workforce workforce) {
        this.counts = counts;
        this.desk = desk;
        this.workforce = workforce;
    }

    /** All as of one moment, within the viewer's scope. */
    record Figures(
            Instant asOf,
            long open,
            long overdue,
            long red,
            long reportedToday,
            long closedToday,
            long onDuty,
            DeskTimes.Figures desk,
            List<IncidentCounts.Hour> trend,
            List<IncidentCounts.Latest> latest) {}

    @GetMapping("/api/figures")
    Figures figures(CurrentUser user) {
        IncidentCounts.Counts now = counts.counts(user.scope());
        return new Figures(
                now.asOf(),
                now.open(),
                now.overdue(),
                now.red(),
                now.reportedToday(),
                now.closedToday(),
                workforce.countOnDuty(user.scope()),
                desk.figures(user.scope()),
                counts.trend(user.scope()),
                counts.latest(user.scope(), LATEST));
    }
}
