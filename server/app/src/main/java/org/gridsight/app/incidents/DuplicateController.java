package org.gridsight.app.incidents;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Likely duplicates of a case, or of a report before it is sent. */
@RestController
@RequestMapping("/api/incidents")
class DuplicateController {

    private final Incidents incidents;
    private final Duplicates duplicates;
    private final Siting siting;
    private final IncidentSettings settings;
    private final Clock clock;

    DuplicateController(
            Incidents incidents, Duplicates duplicates, Siting siting, IncidentSettings settings, Clock clock) {
        this.incidents = incidents;
        this.duplicates = duplicates;
        this.siting = siting;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/{key}/duplicates")
    Map<String, List<Duplicates.Hint>> of(@PathVariable String key, CurrentUser user) {
        IncidentView incident = incidents.find(key, user).orElseThrow(() -> new Rejected(CommonReason.NOT_FOUND, key));
        return Map.of("items", duplicates.of(Duplicates.Question.about(incident), user.scope()));
    }

    @PostMapping("/duplicates")
    Map<String, List<Duplicates.Hint>> before(@RequestBody ReportRequest request, CurrentUser user) {
        NewIncident report = request.check(siting, settings, clock.instant()).incident();
        user.requireScope(report.where().gridCode());
        return Map.of("items", duplicates.of(Duplicates.Question.about(report), user.scope()));
    }
}
