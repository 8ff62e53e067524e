package org.gridsight.app.cameras.health;

import org.gridsight.app.access.CurrentUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The health of cameras over HTTP. */
@RestController
class HealthController {

    private final CameraHealth health;

    HealthController(CameraHealth health) {
        this.health = health;
    }

    @GetMapping("/api/cameras/figures")
    HealthFigures figures(CurrentUser user) {
        return health.figures(user.scope());
    }

    @GetMapping("/api/cameras/{id}/health")
    HealthView one(@PathVariable String id, CurrentUser user) {
        return health.one(id, user.scope());
    }
}
