package org.gridsight.app.cameras;

import java.util.List;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.incidents.IncidentView;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.FeatureCollection;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.LngLat;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The cameras that may see an incident or a place, and what all of them see together. */
@RestController
class SightController {

    private static final int MOST = 50;

    private final Cameras cameras;
    private final Coverage coverage;
    private final Incidents incidents;

    SightController(Cameras cameras, Coverage coverage, Incidents incidents) {
        this.cameras = cameras;
        this.coverage = coverage;
        this.incidents = incidents;
    }

    @GetMapping("/api/incidents/{id}/cameras")
    List<CameraSight> list(@PathVariable String id, @RequestParam(defaultValue = "4") int limit, CurrentUser user) {
        IncidentView incident = incidents.find(id, user).orElseThrow(() -> new Rejected(CommonReason.NOT_FOUND, id));
        return cameras.seeing(incident.place(), user.scope(), Math.max(1, Math.min(limit, MOST)));
    }

    /** The cameras that may see a place somebody clicked on the map. */
    @GetMapping("/api/cameras/seeing")
    List<CameraSight> seeing(
            @RequestParam(required = false) @Nullable Double lon,
            @RequestParam(required = false) @Nullable Double lat,
            @RequestParam(defaultValue = "4") int limit,
            CurrentUser user) {
        Faults faults = new Faults();
        double x = degrees("lon", lon, 180, faults);
        double y = degrees("lat", lat, 90, faults);
        faults.throwIfAny();
        return cameras.seeing(new LngLat(x, y), user.scope(), Math.max(1, Math.min(limit, MOST)));
    }

    private static double degrees(String field, @Nullable Double value, double most, Faults faults) {
        double degrees = faults.required(field, value).orElse(0.0);
        if (!(Math.abs(degrees) <= most)) {
            faults.add(field, new Text("须在 -{0} 到 {0} 之间。", "must lie in -{0}..{0}").with((long) most));
        }
        return degrees;
    }

    /** What the cameras see together, and where nobody looks. */
    @GetMapping("/api/cameras/coverage")
    FeatureCollection coverage(
            @RequestParam(defaultValue = "false") boolean online,
            @RequestParam(defaultValue = "true") boolean blind,
            CurrentUser user) {
        return coverage.of(user.scope(), new Coverage.Wish(online, blind));
    }
}
