package org.gridsight.app.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Checks bearer tokens. A checked token is remembered for a second, so a withdrawn right ends within one. */
@Service
class Tokens {

    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final Duration USE_NOTED_EVERY = Duration.ofHours(1);
    private static final int REMEMBERED_AT_MOST = 10_000;

    private final TokenRepository tokens;
    private final AccountRepository accounts;
    private final Clock clock;
    private final LoadingCache<String, Optional<CurrentUser>> checked = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(REMEMBERED_AT_MOST)
            .build(this::load);
    private final Cache<String, Instant> used = Caffeine.newBuilder()
            .expireAfterWrite(USE_NOTED_EVERY)
            .maximumSize(REMEMBERED_AT_MOST)
            .build();

    Tokens(TokenRepository tokens, AccountRepository accounts, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** For a call that carries the token. */
    Optional<CurrentUser> check(String token) {
        String hash = hash(token);
        Optional<CurrentUser> user = checkHash(hash);
        if (user.isPresent() && used.getIfPresent(hash) == null) {
            Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
            tokens.noteUse(hash, hour);
            used.put(hash, hour);
        }
        return user;
    }

    Optional<CurrentUser> checkHash(String hash) {
        return checked.get(hash);
    }

    /** After a withdrawal, so that this node does not wait for its memory to fade. */
    void forget(Token withdrawn) {
        checked.invalidate(withdrawn.getId());
    }

    private Optional<CurrentUser> load(String hash) {
        return tokens.findById(hash)
                .filter(token -> token.isValid(clock.instant()))
                .flatMap(token -> accounts.findById(token.username())
                        .filter(account -> !account.isDisabled())
                        .flatMap(account -> token.actingFor(account.asUser())));
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
