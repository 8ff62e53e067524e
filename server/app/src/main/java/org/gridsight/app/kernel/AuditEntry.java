package org.gridsight.app.kernel;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One line of the audit trail: who did what to which thing. Time and chain are added by {@code audit}.
 *
 * @param actor account name, or {@code system:<room>} for the product's own acts
 * @param action {@code room.verb}, such as {@code incident.accept}
 * @param subject {@code kind/id}, such as {@code incident/4711}
 * @param scopeCode grid or area code of the subject, empty for things without a place
 * @param details what changed or why; never personal data in clear
 */
public record AuditEntry(
        String actor, String action, String subject, String scopeCode, SortedMap<String, String> details)
        implements Auditable {

    public static AuditEntry of(
            String actor, String action, String subject, String scopeCode, Map<String, String> details) {
        return new AuditEntry(actor, action, subject, scopeCode, new TreeMap<>(details));
    }

    @Override
    public AuditEntry auditEntry() {
        return this;
    }
}
