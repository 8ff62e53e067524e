package org.gridsight.app.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridsight.app.kernel.Rejected;

/**
 * How the three administrators exclude each other (decision 0010): the system administrator opens, names and disables
 * accounts; the security administrator grants, resets and unlocks; nobody changes his own account.
 */
final class Separation {

    private Separation() {}

    /** Before the body is looked at any further: is each field he wants to change his to change? */
    static void requirePart(AccountRequest request, String username, CurrentUser actor) {
        if (username.equals(actor.username())) {
            throw new Rejected(AccessReason.OWN_ACCOUNT);
        }
        new TreeMap<>(parts(request)).forEach((field, owner) -> {
            if (!actor.has(owner)) {
                throw new Rejected(AccessReason.NOT_YOUR_PART, field, owner.zh(), owner.en());
            }
        });
    }

    private static Map<String, Role> parts(AccountRequest request) {
        Map<String, Role> parts = new TreeMap<>();
        Optional.ofNullable(request.displayName()).ifPresent(given -> parts.put("displayName", Role.SYSTEM_ADMIN));
        Optional.ofNullable(request.disabled()).ifPresent(given -> parts.put("disabled", Role.SYSTEM_ADMIN));
        Optional.ofNullable(request.roles()).ifPresent(given -> parts.put("roles", Role.SECURITY_ADMIN));
        Optional.ofNullable(request.scope()).ifPresent(given -> parts.put("scope", Role.SECURITY_ADMIN));
        Optional.ofNullable(request.password()).ifPresent(given -> parts.put("password", Role.SECURITY_ADMIN));
        Optional.ofNullable(request.locked()).ifPresent(given -> parts.put("locked", Role.SECURITY_ADMIN));
        return parts;
    }

    /** Passwords of the other two administrators are out of reach; those of fellows are not. */
    static void requireReach(AccountChange change, Account target) {
        boolean other =
                target.roles().contains(Role.SYSTEM_ADMIN) || target.roles().contains(Role.AUDIT_ADMIN);
        if (change.password().isPresent() && other) {
            throw new Rejected(AccessReason.OTHER_ADMINISTRATOR);
        }
    }

    /** The first of each kind of administrator is opened like any account; further ones need the security administrator. */
    static void requireFirst(NewAccount wanted, List<Account> administrators) {
        for (Role role : wanted.roles()) {
            if (role.isAdministrator()
                    && administrators.stream().anyMatch(one -> one.roles().contains(role))) {
                throw new Rejected(AccessReason.GRANT_NEEDED, role.zh(), role.en());
            }
        }
    }

    /** Of each kind of administrator one must be able to sign in. */
    static void requireAnother(CurrentUser before, boolean wasDisabled, Account after, List<Account> administrators) {
        for (Role role : before.roles()) {
            boolean stays = wasDisabled || (!after.isDisabled() && after.roles().contains(role));
            boolean another = administrators.stream()
                    .filter(other -> !other.username().equals(after.username()))
                    .anyMatch(other -> !other.isDisabled() && other.roles().contains(role));
            if (role.isAdministrator() && !stays && !another) {
                throw new Rejected(AccessReason.LAST_ADMIN, role.zh(), role.en());
            }
        }
    }
}
