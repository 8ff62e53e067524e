package org.gridsight.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;

/** Finds the sign-in behind a handshake, and tells later, for many at once, which of them no longer hold. */
@Service
public class Standings {

    private static final int PORTION = 500;

    private final Tokens tokens;
    private final JdbcClient jdbc;
    private final Clock clock;

    Standings(Tokens tokens, JdbcClient jdbc, Clock clock) {
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Standing> of(HttpServletRequest request) {
        if (!(request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof SignedIn signedIn)) {
            return Optional.empty();
        }
        CurrentUser user = signedIn.user();
        Optional<String> token = BearerFilter.token(request);
        if (token.isPresent()) {
            return token.map(text -> new Standing(user, Tokens.hash(text), true));
        }
        return Optional.ofNullable(request.getSession(false))
                .map(HttpSession::getId)
                .map(id -> new Standing(user, id, false));
    }

    /** Those whose session has ended or whose token or account has changed since. */
    public Set<Standing> fallen(Collection<Standing> open) {
        Set<Standing> fallen = new HashSet<>();
        List<Standing> sessions = new ArrayList<>();
        for (Standing standing : Set.copyOf(open)) {
            if (!standing.token()) {
                sessions.add(standing);
            } else if (!tokens.checkHash(standing.key()).equals(Optional.of(standing.user()))) {
                fallen.add(standing);
            }
        }
        for (int i = 0; i < sessions.size(); i += PORTION) {
            List<Standing> portion = sessions.subList(i, Math.min(sessions.size(), i + PORTION));
            Set<String> held = held(portion);
            portion.stream().filter(s -> !held.contains(s.key())).forEach(fallen::add);
        }
        return fallen;
    }

    private Set<String> held(List<Standing> sessions) {
        List<String> ids = jdbc.sql(
                        "select session_id from access.spring_session where session_id in (:ids) and expiry_time > :now")
                .param("ids", sessions.stream().map(Standing::key).toList())
                .param("now", clock.millis())
                .query(String.class)
                .list();
        return ids.stream().map(String::strip).collect(Collectors.toSet());
    }
}
