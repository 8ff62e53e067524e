package org.gridsight.app.dispatch.handover;

import java.util.List;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Idempotency;
import org.gridsight.app.kernel.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The notes from shift to shift over HTTP. */
@RestController
@RequestMapping("/api/handover-notes")
class HandoverController {

    private static final int LONGEST = 4_000;

    private final HandoverNotes notes;
    private final Idempotency idempotency;

    HandoverController(HandoverNotes notes, Idempotency idempotency) {
        this.notes = notes;
        this.idempotency = idempotency;
    }

    /** Newest first. */
    record Latest(List<HandoverNote> items) {}

    /** Body of the call that leaves one. */
    record Wish(@Nullable String text) {

        String check() {
            Faults faults = new Faults();
            faults.required("text", text);
            String words = faults.text("text", text, LONGEST).orElse("");
            faults.throwIfAny();
            return words;
        }
    }

    @GetMapping
    Latest latest(CurrentUser user) {
        return new Latest(notes.latest(user.scope()));
    }

    @PostMapping
    ResponseEntity<?> leave(
            @RequestBody Wish wish,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        return idempotency.once(
                user, key, wish, () -> ResponseEntity.status(HttpStatus.CREATED).body(notes.leave(wish.check(), user)));
    }
}
