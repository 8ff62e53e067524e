package org.gridsight.app.cameras;

import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.FeatureCollection;
import org.gridsight.app.kernel.MapFeature;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cameras on the map. */
@RestController
@RequestMapping("/api/cameras")
class CameraController {

    private final Cameras cameras;

    CameraController(Cameras cameras) {
        this.cameras = cameras;
    }

    @GetMapping
    FeatureCollection list(CurrentUser user) {
        return cameras.list(user.scope());
    }

    @GetMapping("/{id}/view")
    MapFeature cone(@PathVariable String id, CurrentUser user) {
        return cameras.cone(id, user.scope());
    }
}
