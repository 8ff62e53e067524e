package org.gridsight.app.incidents;

import java.util.Optional;
import org.gridsight.app.kernel.Scope;

/** Who can be sent. Room {@code dispatch}, which keeps the workers, implements it. */
public interface Assignees {

    /** A worker in the caller's area. */
    Optional<Assignee> find(String workerId, Scope scope);

    /** Somebody who can be sent. */
    record Assignee(String workerId, String name, String gridCode) {}
}
