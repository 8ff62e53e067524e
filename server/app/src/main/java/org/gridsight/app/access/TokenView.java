package org.gridsight.app.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.gridsight.app.kernel.Scope;

/** A token as its owner sees it: never the token itself. Roles or scope are null where it has its creator's. */
record TokenView(
        String id,
        String name,
        Instant created,
        Instant expires,
        Optional<Instant> lastUsed,
        Optional<Set<Role>> roles,
        Optional<String> scope) {

    static TokenView from(Token token) {
        return new TokenView(
                token.publicId(),
                token.name(),
                token.createdAt(),
                token.expiresAt(),
                token.lastUsedAt(),
                token.roles(),
                token.scope().map(Scope::prefix));
    }
}
