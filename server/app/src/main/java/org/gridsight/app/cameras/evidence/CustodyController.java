package org.gridsight.app.cameras.evidence;

import java.net.URI;
import java.util.Map;
import org.gridsight.app.access.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Holds and ceilings over HTTP. */
@RestController
class CustodyController {

    private final Custody custody;

    CustodyController(Custody custody) {
        this.custody = custody;
    }

    /** Why. */
    record Because(@Nullable String reason) {}

    /** The longest a clip of this camera is kept without a hold; null for the common one. */
    record Ceiling(@Nullable Integer days) {}

    @PostMapping("/api/clips/{id}/holds")
    ResponseEntity<Hold.View> hold(@PathVariable String id, @RequestBody Because because, CurrentUser user) {
        Hold.View hold = custody.hold(id, because.reason(), user);
        return ResponseEntity.created(URI.create("/api/clips/" + id + "/holds/" + hold.id()))
                .body(hold);
    }

    @PostMapping("/api/clips/{id}/holds/{hold}/release")
    Hold.View release(
            @PathVariable String id, @PathVariable String hold, @RequestBody Because because, CurrentUser user) {
        return custody.release(id, hold, because.reason(), user);
    }

    @GetMapping("/api/cameras/{id}/clips/ceiling")
    Custody.CeilingView ceiling(@PathVariable String id, CurrentUser user) {
        return custody.ceiling(id, user);
    }

    @PutMapping("/api/cameras/{id}/clips/ceiling")
    Map<String, Integer> ceiling(@PathVariable String id, @RequestBody Ceiling ceiling, CurrentUser user) {
        return Map.of("days", custody.setCeiling(id, ceiling.days(), user));
    }
}
