package org.gridsight.app.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** An account as administrators see it. */
record AccountView(
        String username,
        String displayName,
        Set<Role> roles,
        String scope,
        boolean disabled,
        Optional<Instant> lockedUntil,
        long version) {

    static AccountView from(Account account, Instant now) {
        CurrentUser user = account.asUser();
        return new AccountView(
                user.username(),
                user.displayName(),
                account.roles(),
                user.scope().prefix(),
                account.isDisabled(),
                account.lockedUntil(now),
                account.version());
    }
}
