package org.gridsight.app.cameras.cascade;

import java.util.Map;
import java.util.Set;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Auditable;

/**
 * An upper platform was entered, changed or removed, or its list is another one.
 *
 * @param withdrawn channels that are no longer on its list, or are another camera now
 */
record CascadeChanged(
        String actor, String action, String platformId, Map<String, String> details, Set<String> withdrawn)
        implements Auditable {

    static final String LIST = "list";

    boolean isList() {
        return action.equals(LIST);
    }

    @Override
    public AuditEntry auditEntry() {
        return AuditEntry.of(actor, "cascade." + action, "cascade/" + platformId, "", details);
    }
}
