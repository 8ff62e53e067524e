package org.gridsight.app.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gridsight.app.kernel.Scope;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What an administrator changes of an account; what is empty stays. */
record AccountChange(
        long version,
        Optional<String> displayName,
        Optional<Set<Role>> roles,
        Optional<Scope> scope,
        Optional<Boolean> disabled,
        Optional<String> password,
        boolean unlock) {

    void applyTo(Account account, PasswordEncoder passwords) {
        CurrentUser now = account.asUser();
        account.describe(displayName.orElse(now.displayName()), roles.orElse(now.roles()), scope.orElse(now.scope()));
        disabled.ifPresent(account::setDisabled);
        password.ifPresent(secret -> account.setPassword(passwords.encode(secret)));
        if (unlock) {
            account.unlock();
        }
    }

    Map<String, String> describe() {
        Map<String, String> words = new TreeMap<>();
        displayName.ifPresent(name -> words.put("displayName", name));
        roles.ifPresent(set -> words.put("roles", set.toString()));
        scope.ifPresent(code -> words.put("scope", code.prefix()));
        disabled.ifPresent(off -> words.put("disabled", off.toString()));
        password.ifPresent(secret -> words.put("password", "changed"));
        if (unlock) {
            words.put("locked", "false");
        }
        return words;
    }
}
