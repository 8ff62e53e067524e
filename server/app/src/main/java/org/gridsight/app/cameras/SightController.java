package org.gridsight.app.cameras;

import java.util.List;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.incidents.IncidentView;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The cameras that may see an incident. */
@RestController
class SightController {

    private static final int MOST = 50;

    private final Cameras cameras;
    private final Incidents incidents;

    SightController(Cameras cameras, Incidents incidents) {
        this.cameras = cameras;
        this.incidents = incidents;
    }

    @GetMapping("/api/incidents/{id}/cameras")
    List<CameraSight> list(@PathVariable String id, @RequestParam(defaultValue = "4") int limit, CurrentUser user) {
        IncidentView incident = incidents.find(id, user).orElseThrow(() -> new Rejected(CommonReason.NOT_FOUND, id));
        return cameras.seeing(incident.place(), user.scope(), Math.max(1, Math.min(limit, MOST)));
    }
}
