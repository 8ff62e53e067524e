package org.gridsight.app.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridsight.app.kernel.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * A program's key. Only its SHA-256 is kept. Its rights are those it was given, as far as its creator still has them when
 * it is used.
 */
@Entity
@Table(schema = "access", name = "token")
class Token implements Persistable<String> {

    private static final int PUBLIC_DIGITS = 32;

    @Id
    private String tokenHash = "";

    private String username = "";
    private String tokenName = "";
    private Instant createdAt = Instant.EPOCH;
    private Instant expiresAt = Instant.EPOCH;

    @Nullable
    private String roles;

    @Nullable
    private String scope;

    @Nullable
    private Instant lastUsedAt;

    protected Token() {}

    Token(String tokenHash, String username, NewToken wanted, Instant now) {
        this.tokenHash = tokenHash;
        this.username = username;
        this.tokenName = wanted.name();
        this.createdAt = now;
        this.expiresAt = now.plus(Duration.ofDays(wanted.days()));
        this.roles = wanted.roles().map(Account::joined).orElse(null);
        this.scope = wanted.scope().map(Scope::prefix).orElse(null);
    }

    /** What it may do now; nothing when no right is left of those it was given. */
    Optional<CurrentUser> actingFor(CurrentUser creator) {
        Set<Role> left = roles().map(
                        given -> given.stream().filter(creator::has).collect(Collectors.toSet()))
                .orElse(creator.roles());
        Optional<Scope> area =
                scope().map(given -> common(given, creator.scope())).orElse(Optional.of(creator.scope()));
        return area.filter(code -> !left.isEmpty())
                .map(code -> new CurrentUser(
                        creator.username(), creator.displayName(), left, code, creator.workerKey(), creator.unitKey()));
    }

    /** The narrower of two areas of which one lies in the other. */
    private static Optional<Scope> common(Scope given, Scope creators) {
        if (creators.covers(given.prefix())) {
            return Optional.of(given);
        }
        return given.covers(creators.prefix()) ? Optional.of(creators) : Optional.empty();
    }

    boolean isValid(Instant now) {
        return now.isBefore(expiresAt);
    }

    /** Names the token without being of use to whoever would like to call with it. */
    String publicId() {
        return tokenHash.substring(0, PUBLIC_DIGITS);
    }

    static boolean isPublicId(String text) {
        return text.matches("[0-9a-f]{" + PUBLIC_DIGITS + "}");
    }

    String username() {
        return username;
    }

    String name() {
        return tokenName;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Optional<Set<Role>> roles() {
        return Optional.ofNullable(roles).map(names -> new TreeSet<>(Account.parted(names)));
    }

    Optional<Scope> scope() {
        return Optional.ofNullable(scope).map(Scope::new);
    }

    Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    @Override
    public String getId() {
        return tokenHash;
    }

    /** Tokens are made and withdrawn, never changed; the use is noted by a query of its own. */
    @Override
    public boolean isNew() {
        return true;
    }
}
