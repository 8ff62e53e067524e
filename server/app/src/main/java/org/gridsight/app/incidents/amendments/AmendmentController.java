package org.gridsight.app.incidents.amendments;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Idempotency;
import org.gridsight.app.incidents.CaseField;
import org.gridsight.app.incidents.DeviceTime;
import org.gridsight.app.incidents.IncidentView;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changes to what is known of a case, and the decisions on those that contradict each other. */
@RestController
@RequestMapping("/api/incidents/{key}/amendments")
class AmendmentController {

    private static final int TRIES = 5;

    private final Amendments amendments;
    private final Idempotency idempotency;

    AmendmentController(Amendments amendments, Idempotency idempotency) {
        this.amendments = amendments;
        this.idempotency = idempotency;
    }

    /** What an Idempotency-Key stands for. */
    private record Asked(String incident, Object request) {}

    /** MERGED, or BOTH_KEPT for the fields of {@code kept}; {@code version} is the case's after it. */
    record Answer(String outcome, UUID amendmentId, long version, List<String> merged, List<String> kept) {

        static Answer of(Amendments.Outcome done) {
            Amendment amendment = done.amendment();
            return new Answer(
                    amendment.kept().isEmpty() ? "MERGED" : "BOTH_KEPT",
                    amendment.id(),
                    done.incident().version(),
                    words(amendment.merged()),
                    words(amendment.kept()));
        }

        private static List<String> words(Map<CaseField, Amendment.Values> fields) {
            return fields.keySet().stream().sorted().map(CaseField::word).toList();
        }
    }

    @PostMapping
    ResponseEntity<?> propose(
            @PathVariable String key,
            @RequestBody AmendmentRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String requestKey,
            @RequestHeader(name = DeviceTime.SENT_AT, required = false) @Nullable String sentAt,
            CurrentUser user) {
        Asked asked = new Asked(key, request);
        // its own id is a key as good as the header's
        Optional<String> byId = Optional.ofNullable(request.id()).map(id -> "amendment " + asked);
        List<String> keys = Stream.concat(Optional.ofNullable(requestKey).stream(), byId.stream())
                .toList();
        return untilNobodyIsFaster(() -> idempotency.once(user, keys, asked, () -> {
            Answer answer = Answer.of(amendments.propose(key, request, sentAt, user));
            HttpStatus status = answer.kept().isEmpty() ? HttpStatus.OK : HttpStatus.ACCEPTED;
            return ResponseEntity.status(status).body(answer);
        }));
    }

    @GetMapping
    Map<String, List<AmendmentView>> list(
            @PathVariable String key, @RequestParam(required = false) @Nullable String state, CurrentUser user) {
        Faults faults = new Faults();
        Optional<Amendment.State> wanted = faults.oneOf("state", state, Amendment.State.class);
        faults.throwIfAny();
        return Map.of("items", amendments.list(key, wanted, user));
    }

    @PostMapping("/{id}/decision")
    ResponseEntity<?> decide(
            @PathVariable String key,
            @PathVariable String id,
            @RequestBody DecisionRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String requestKey,
            CurrentUser user) {
        return untilNobodyIsFaster(() -> idempotency.once(user, requestKey, new Asked(key + "/" + id, request), () -> {
            IncidentView after = amendments.decide(key, id, request, user);
            return ResponseEntity.ok(after);
        }));
    }

    /** Somebody else's change came first: this one is held against the case as it is then. */
    private static ResponseEntity<?> untilNobodyIsFaster(Supplier<ResponseEntity<?>> call) {
        for (int i = 0; i < TRIES; i++) {
            try {
                return call.get();
            } catch (ConcurrencyFailureException | OptimisticLockException | PessimisticLockException lost) {
                // looked at again
            }
        }
        throw new Rejected(CommonReason.STALE_VERSION);
    }
}
