package org.gridsight.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridsight.app.kernel.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out of the pages. */
@RestController
@RequestMapping("/api/session")
class SessionController {

    private final SignIn signIn;
    private final SecurityContextRepository contexts;

    SessionController(SignIn signIn, SecurityContextRepository contexts) {
        this.signIn = signIn;
        this.contexts = contexts;
    }

    record Credentials(@Nullable String username, @Nullable String password) {}

    record SessionView(String username, String displayName, Set<Role> roles, String scope, Optional<String> workerId) {

        static SessionView from(CurrentUser user) {
            return new SessionView(
                    user.username(),
                    user.displayName(),
                    new TreeSet<>(user.roles()),
                    user.scope().prefix(),
                    user.workerId());
        }
    }

    @GetMapping
    SessionView current(CurrentUser user) {
        return SessionView.from(user);
    }

    @PostMapping
    SessionView open(@RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        Faults faults = new Faults();
        Optional<String> username = faults.required("username", credentials.username());
        Optional<String> password = faults.required("password", credentials.password());
        faults.throwIfAny();
        CurrentUser user = signIn.check(username.orElseThrow(), password.orElseThrow());
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authenticated(user));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return SessionView.from(user);
    }

    @DeleteMapping
    ResponseEntity<Void> close(HttpServletRequest request, CurrentUser user) {
        signIn.closed(user);
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        SecurityContextHolder.clearContext();
        return ResponseEntity.noContent().build();
    }

    static Authentication authenticated(CurrentUser user) {
        return UsernamePasswordAuthenticationToken.authenticated(new SignedIn(user), null, SignedIn.authorities(user));
    }
}
