package org.gridsight.app.access;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in person or program behind a call. Controllers take it as a parameter.
 *
 * @param workerKey the grid worker this account belongs to, if any; see {@link #workerId()}
 * @param unitKey the department this account works for, if any; see {@link #unitId()}
 */
public record CurrentUser(
        String username,
        String displayName,
        Set<Role> roles,
        Scope scope,
        @Nullable String workerKey,
        @Nullable String unitKey)
        implements Serializable {

    private static final Set<Role> SENDERS = EnumSet.of(Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER, Role.SCREEN);

    public CurrentUser {
        roles = Set.copyOf(roles);
    }

    public Optional<String> workerId() {
        return Optional.ofNullable(workerKey);
    }

    public Optional<String> unitId() {
        return Optional.ofNullable(unitKey);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasAny(Set<Role> wanted) {
        return wanted.stream().anyMatch(roles::contains);
    }

    /** True for the wall display, which never shows what could name a person. */
    public boolean isScreen() {
        return roles.equals(Set.of(Role.SCREEN));
    }

    /** Whether this is somebody who sends grid workers or leads them, or the wall: nobody else needs to know where they are. */
    public boolean seesWherePeopleAre() {
        return hasAny(SENDERS);
    }

    public void requireScope(String code) {
        if (!scope.covers(code)) {
            throw new Rejected(CommonReason.OUTSIDE_SCOPE, code);
        }
    }
}
