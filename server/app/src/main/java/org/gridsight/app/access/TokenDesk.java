package org.gridsight.app.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Issues, lists and withdraws tokens; every change is audited without the token. */
@Service
class TokenDesk {

    static final int MOST_PER_ACCOUNT = 50;
    private static final int RANDOM_BYTES = 32;

    private final TokenRepository tokens;
    private final Tokens checks;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TokenDesk(
            TokenRepository tokens,
            Tokens checks,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tokens = tokens;
        this.checks = checks;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** The only time the token itself is seen. */
    String issue(CurrentUser user, NewToken wanted) {
        byte[] secret = new byte[RANDOM_BYTES];
        random.nextBytes(secret);
        String token = "gst_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        transaction.executeWithoutResult(status -> {
            if (list(user.username()).size() >= MOST_PER_ACCOUNT) {
                throw new Rejected(AccessReason.TOO_MANY_TOKENS, MOST_PER_ACCOUNT);
            }
            Token issued = tokens.save(new Token(Tokens.hash(token), user.username(), wanted, clock.instant()));
            Map<String, String> details = new TreeMap<>(Map.of("token", issued.publicId()));
            details.put("days", Integer.toString(wanted.days()));
            wanted.roles().ifPresent(roles -> details.put("roles", roles.toString()));
            wanted.scope().ifPresent(scope -> details.put("scope", scope.prefix()));
            publish(user, "token.issue", issued, details);
        });
        return token;
    }

    List<Token> list(String username) {
        return tokens.listOf(username, clock.instant());
    }

    /** Own ones; a security administrator withdraws anybody's. */
    void withdraw(String publicId, CurrentUser user) {
        Token gone = transaction.execute(status -> {
            Token token = Optional.of(publicId)
                    .filter(Token::isPublicId)
                    .flatMap(tokens::findByTokenHashStartingWith)
                    .filter(found -> found.username().equals(user.username()) || user.has(Role.SECURITY_ADMIN))
                    .orElseThrow(() -> new Rejected(CommonReason.NOT_FOUND, publicId));
            remove(token, user);
            return token;
        });
        checks.forget(gone);
    }

    void withdrawAll(CurrentUser user) {
        List<Token> all = transaction.execute(status -> {
            List<Token> own = list(user.username());
            own.forEach(token -> remove(token, user));
            return own;
        });
        all.forEach(checks::forget);
    }

    private void remove(Token token, CurrentUser user) {
        tokens.withdraw(token.getId());
        publish(user, "token.withdraw", token, Map.of("token", token.publicId()));
    }

    private void publish(CurrentUser actor, String action, Token token, Map<String, String> details) {
        events.publishEvent(AuditEntry.of(actor.username(), action, "account/" + token.username(), "", details));
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT11M")
    void forgetExpired() {
        Instant now = clock.instant();
        tokens.forgetExpired(now);
    }
}
