package org.gridsight.app.access;

import java.util.Optional;
import java.util.Set;
import org.gridsight.app.kernel.Scope;

/** A token to be issued; without roles or scope it has those of its creator. */
record NewToken(String name, int days, Optional<Set<Role>> roles, Optional<Scope> scope) {

    /** With all rights of its creator. */
    static NewToken full(String name, int days) {
        return new NewToken(name, days, Optional.empty(), Optional.empty());
    }
}
