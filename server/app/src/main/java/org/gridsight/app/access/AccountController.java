package org.gridsight.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, by the system and the security administrator; {@link Separation} says what each of them may. */
@RestController
@RequestMapping("/api/users")
class AccountController {

    private final Accounts accounts;
    private final Idempotency idempotency;

    AccountController(Accounts accounts, Idempotency idempotency) {
        this.accounts = accounts;
        this.idempotency = idempotency;
    }

    @GetMapping
    Map<String, List<AccountView>> list(CurrentUser user) {
        return Map.of("items", accounts.listFor(user));
    }

    @PostMapping
    ResponseEntity<?> open(
            @RequestBody AccountRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        NewAccount wanted = request.toNewAccount();
        AccountRequest comparable = key == null || key.isBlank() ? request : request.sealedWith(key);
        return idempotency.once(user, key, comparable, () -> {
            accounts.openFor(user, wanted, String.valueOf(request.password()));
            return ResponseEntity.created(URI.create("/api/users/" + wanted.username()))
                    .body(Map.of("username", wanted.username()));
        });
    }

    @PatchMapping("/{username}")
    AccountView change(
            @PathVariable String username,
            @RequestBody AccountRequest request,
            CurrentUser user,
            HttpServletRequest call) {
        Separation.requirePart(request, username, user);
        if (request.password() != null && BearerFilter.isBearer(call)) {
            throw new Rejected(AccessReason.SESSION_ONLY);
        }
        return accounts.change(username, request.toChange(), user);
    }

    @DeleteMapping("/{username}/sessions")
    Map<String, Integer> endSessions(@PathVariable String username, CurrentUser user) {
        return Map.of("ended", accounts.endSessions(username, user));
    }
}
