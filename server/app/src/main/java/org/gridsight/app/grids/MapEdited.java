package org.gridsight.app.grids;

import java.util.Map;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Auditable;

/** Somebody changed outline, grids or base map. */
record MapEdited(String actor, String action, String placeCode, Map<String, String> details) implements Auditable {

    @Override
    public AuditEntry auditEntry() {
        return AuditEntry.of(actor, action, "place/" + placeCode, placeCode, details);
    }
}
