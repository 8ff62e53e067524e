package org.gridsight.app.dispatch.emergency;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Idempotency;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Emergency mode over HTTP. */
@RestController
@RequestMapping("/api/emergencies")
class EmergencyController {

    private final Emergencies emergencies;
    private final Idempotency idempotency;

    EmergencyController(Emergencies emergencies, Idempotency idempotency) {
        this.emergencies = emergencies;
        this.idempotency = idempotency;
    }

    /** What is under way in the caller's area, the one that ends last first. */
    record Current(List<Emergency> items) {}

    @GetMapping("/current")
    Current current(CurrentUser user) {
        return new Current(emergencies.current(user.scope()));
    }

    @PostMapping
    ResponseEntity<?> declare(
            @RequestBody EmergencyRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        Supplier<ResponseEntity<?>> work = () -> {
            Emergency declared = emergencies.declare(request.check(user.scope()), user);
            return ResponseEntity.created(URI.create("/api/emergencies/" + declared.id()))
                    .body(declared);
        };
        try {
            return idempotency.once(user, key, request, work);
        } catch (DuplicateKeyException another) {
            // declared at the same moment: now it is there to be shown
            return idempotency.once(user, key, request, work);
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, CurrentUser user) {
        emergencies.end(uuid(id), user);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new Rejected(EmergencyReason.NOT_FOUND, id);
        }
    }
}
