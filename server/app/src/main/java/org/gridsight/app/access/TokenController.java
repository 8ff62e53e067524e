package org.gridsight.app.access;

import java.util.List;
import java.util.Map;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Keys for programs. */
@RestController
@RequestMapping("/api/tokens")
class TokenController {

    private final TokenDesk desk;
    private final Idempotency idempotency;
    private final AccessSettings settings;
    private final JsonMapper json;

    TokenController(TokenDesk desk, Idempotency idempotency, AccessSettings settings, JsonMapper json) {
        this.desk = desk;
        this.idempotency = idempotency;
        this.settings = settings;
        this.json = json;
    }

    /** A repeat gets the same token again; what is kept of it until then is sealed with the caller's key. */
    @PostMapping
    ResponseEntity<Map<String, String>> issue(
            @RequestBody TokenRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        NewToken wanted = request.toNewToken(user, settings.tokenDays());
        if (key == null || key.isBlank()) {
            return created(desk.issue(user, wanted));
        }
        ResponseEntity<?> kept = idempotency.once(
                user,
                key,
                request,
                () -> ResponseEntity.status(HttpStatus.CREATED)
                        .body(Map.of("sealed", SealedAnswer.seal(key, desk.issue(user, wanted)))));
        // a first answer is the object, a repeat the JSON that was kept of it
        String body = kept.getBody() instanceof String text ? text : json.writeValueAsString(kept.getBody());
        return created(SealedAnswer.open(key, json.readTree(body).path("sealed").asString()));
    }

    private static ResponseEntity<Map<String, String>> created(String token) {
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("token", token));
    }

    @GetMapping
    Map<String, List<TokenView>> list(@RequestParam(required = false) @Nullable String username, CurrentUser user) {
        String owner = username == null || username.isBlank() ? user.username() : username;
        if (!owner.equals(user.username()) && !user.has(Role.SECURITY_ADMIN)) {
            throw new Rejected(CommonReason.FORBIDDEN);
        }
        return Map.of("items", desk.list(owner).stream().map(TokenView::from).toList());
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> withdraw(@PathVariable String id, CurrentUser user) {
        desk.withdraw(id, user);
        return ResponseEntity.noContent().build();
    }
}
