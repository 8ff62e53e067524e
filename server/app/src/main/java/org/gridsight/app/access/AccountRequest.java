package org.gridsight.app.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/users} and {@code PATCH /api/users/name}, bound leniently and checked as a whole. */
record AccountRequest(
        @Nullable String username,
        @Nullable String displayName,
        @Nullable String password,
        @Nullable List<String> roles,
        @Nullable String scope,
        @Nullable String workerId,
        @Nullable String unitId,
        @Nullable Boolean disabled,
        @Nullable Boolean locked,
        @Nullable Long version) {

    NewAccount toNewAccount() {
        Faults faults = new Faults();
        Optional<String> name = faults.required("username", username);
        if (name.filter(n -> n.matches("[a-z0-9][a-z0-9._-]{1,63}")).isEmpty() && name.isPresent()) {
            faults.add("username", new Text("用户名须为 2-64 个小写字母、数字或 . _ -。", "must be 2-64 of a-z 0-9 . _ -"));
        }
        Optional<String> shown = faults.required("displayName", displayName);
        faults.text("displayName", displayName, 100);
        faults.required("password", password).ifPresent(secret -> PasswordRule.check(faults, "password", secret));
        Optional<Set<Role>> wanted = faults.required("roles", roles).map(names -> parseRoles(faults, names));
        Optional<Scope> area = faults.required("scope", scope).flatMap(code -> parseScope(faults, code));
        faults.throwIfAny();
        return new NewAccount(
                name.orElseThrow(), shown.orElseThrow(), wanted.orElseThrow(), area.orElseThrow(), workerId, unitId);
    }

    AccountChange toChange() {
        Faults faults = new Faults();
        Optional<Long> seen = faults.required("version", version);
        Optional<String> shown = faults.text("displayName", displayName, 100);
        Optional<String> secret = Optional.ofNullable(password);
        secret.ifPresent(word -> PasswordRule.check(faults, "password", word));
        Optional<Set<Role>> wanted = Optional.ofNullable(roles).map(names -> parseRoles(faults, names));
        Optional<Scope> area = Optional.ofNullable(scope).flatMap(code -> parseScope(faults, code));
        if (Boolean.TRUE.equals(locked)) {
            faults.add(
                    "locked",
                    new Text(
                            "只能为 false(解除锁定);停用请用 disabled。",
                            "may only be false, which unlocks; to shut out use disabled"));
        }
        faults.throwIfAny();
        return new AccountChange(
                seen.orElseThrow(), shown, wanted, area, Optional.ofNullable(disabled), secret, locked != null);
    }

    /** The same request with something in place of the password that may be kept for comparison. */
    AccountRequest sealedWith(String idempotencyKey) {
        String fingerprint = SealedAnswer.fingerprint(idempotencyKey, String.valueOf(password));
        return new AccountRequest(
                username, displayName, fingerprint, roles, scope, workerId, unitId, disabled, locked, version);
    }

    private static Set<Role> parseRoles(Faults faults, List<String> names) {
        Set<Role> parsed = EnumSet.noneOf(Role.class);
        for (String name : names) {
            faults.oneOf("roles", name, Role.class).ifPresent(parsed::add);
        }
        if (parsed.isEmpty() && faults.isEmpty()) {
            faults.add("roles", new Text("至少一个角色。", "at least one role"));
        } else if (!Accounts.mayStandTogether(parsed)) {
            faults.add(
                    "roles",
                    new Text(
                            "系统、安全、审计管理员互斥,且不能兼任其他角色。",
                            "system, security and audit administrators exclude one another and all other roles"));
        }
        return parsed;
    }

    static Optional<Scope> parseScope(Faults faults, String code) {
        if (!code.matches("\\d{2,20}")) {
            faults.add("scope", new Text("须为区划或网格代码(2-20 位数字)。", "must be an area or grid code, 2-20 digits"));
            return Optional.empty();
        }
        return Optional.of(new Scope(code));
    }
}
