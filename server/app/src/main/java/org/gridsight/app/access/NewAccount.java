package org.gridsight.app.access;

import java.util.Set;
import org.gridsight.app.kernel.Scope;
import org.jspecify.annotations.Nullable;

/** An account to be opened; {@code workerId} and {@code unitId} tie it to a grid worker or a department. */
public record NewAccount(
        String username,
        String displayName,
        Set<Role> roles,
        Scope scope,
        @Nullable String workerId,
        @Nullable String unitId) {}
