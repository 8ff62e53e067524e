package org.gridsight.app.cameras;

import java.net.URI;
import java.util.List;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Idempotency;
import org.gridsight.app.kernel.FeatureCollection;
import org.gridsight.app.kernel.MapFeature;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The registry of cameras over HTTP. */
@RestController
@RequestMapping("/api/cameras")
class CameraController {

    private final Cameras cameras;
    private final CameraDesk desk;
    private final CameraSecrets secrets;
    private final Idempotency idempotency;

    CameraController(Cameras cameras, CameraDesk desk, CameraSecrets secrets, Idempotency idempotency) {
        this.cameras = cameras;
        this.desk = desk;
        this.secrets = secrets;
        this.idempotency = idempotency;
    }

    /** @param id only these; without any: all */
    @GetMapping
    FeatureCollection list(@RequestParam(required = false) @Nullable List<String> id, CurrentUser user) {
        return id == null || id.isEmpty() ? cameras.list(user.scope()) : cameras.list(id, user.scope());
    }

    @GetMapping("/{id}/view")
    MapFeature cone(@PathVariable String id, CurrentUser user) {
        return cameras.cone(id, user.scope());
    }

    @GetMapping("/{id}/details")
    CameraDetails details(@PathVariable String id, CurrentUser user) {
        return cameras.details(id, user.scope());
    }

    @PostMapping
    ResponseEntity<?> enter(
            @RequestBody CameraRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        return idempotency.once(user, key, request.withoutSecrets(secrets::fingerprint), () -> {
            Camera camera = desk.enter(request, user);
            return ResponseEntity.created(URI.create("/api/cameras/" + camera.cameraId()))
                    .body(CameraAnswer.from(camera));
        });
    }

    @PatchMapping("/{id}")
    CameraAnswer change(@PathVariable String id, @RequestBody CameraRequest request, CurrentUser user) {
        return CameraAnswer.from(desk.change(id, request, user));
    }
}
