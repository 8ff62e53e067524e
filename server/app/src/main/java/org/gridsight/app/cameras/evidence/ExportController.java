package org.gridsight.app.cameras.evidence;

import java.net.URI;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Idempotency;
import org.gridsight.app.kernel.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Exports over HTTP: the wish and the second person's word. */
@RestController
class ExportController {

    private final Clips clips;
    private final Exports exports;
    private final Idempotency idempotency;

    ExportController(Clips clips, Exports exports, Idempotency idempotency) {
        this.clips = clips;
        this.exports = exports;
        this.idempotency = idempotency;
    }

    /** Yes or no, and why; a no needs words. */
    record Decision(@Nullable Boolean approve, @Nullable String comment) {}

    private record Asked(String clipId, ExportRequest request) {}

    @PostMapping("/api/clips/{id}/exports")
    ResponseEntity<?> ask(
            @PathVariable String id,
            @RequestBody ExportRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        // a clip that is not theirs is not there, whatever they ask
        clips.require(id, user);
        ExportRequest.Why why = request.check();
        return idempotency.once(user, key, new Asked(id, request), () -> {
            Export export = exports.ask(id, why, user);
            return ResponseEntity.created(URI.create("/api/clips/" + id + "/exports/" + export.id()))
                    .body(ExportView.of(export));
        });
    }

    @PostMapping("/api/clips/{id}/exports/{export}/decision")
    ExportView decide(
            @PathVariable String id, @PathVariable String export, @RequestBody Decision decision, CurrentUser user) {
        clips.require(id, user);
        Faults faults = new Faults();
        boolean approved = faults.required("approve", decision.approve()).orElse(false);
        if (Boolean.FALSE.equals(decision.approve())) {
            faults.required("comment", decision.comment());
        }
        String comment = faults.text("comment", decision.comment(), Custody.LONGEST_REASON)
                .orElse("");
        faults.throwIfAny();
        return ExportView.of(exports.decide(id, export, approved, comment, user));
    }
}
