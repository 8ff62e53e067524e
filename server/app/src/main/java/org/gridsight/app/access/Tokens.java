package org.gridsight.app.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.kernel.AuditEntry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues and checks bearer tokens. A checked token is remembered for a second, so a withdrawn right ends within one. */
@Service
class Tokens {

    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final int REMEMBERED_AT_MOST = 10_000;
    private static final int RANDOM_BYTES = 32;

    private final TokenRepository tokens;
    private final AccountRepository accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final LoadingCache<String, Optional<CurrentUser>> checked = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(REMEMBERED_AT_MOST)
            .build(this::load);

    Tokens(TokenRepository tokens, AccountRepository accounts, ApplicationEventPublisher events, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /** The only time the token itself is seen. */
    @Transactional
    public String issue(CurrentUser user, String name, int days) {
        byte[] secret = new byte[RANDOM_BYTES];
        random.nextBytes(secret);
        String token = "gst_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        tokens.save(new Token(hash(token), user.username(), name, now, now.plus(Duration.ofDays(days))));
        events.publishEvent(AuditEntry.of(
                user.username(),
                "token.issue",
                "account/" + user.username(),
                "",
                Map.of("days", Integer.toString(days))));
        return token;
    }

    Optional<CurrentUser> check(String token) {
        return checkHash(hash(token));
    }

    Optional<CurrentUser> checkHash(String hash) {
        return checked.get(hash);
    }

    private Optional<CurrentUser> load(String hash) {
        return tokens.findById(hash)
                .filter(token -> token.isValid(clock.instant()))
                .flatMap(token -> accounts.findById(token.username()))
                .filter(account -> !account.isDisabled())
                .map(Account::asUser);
    }

    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
