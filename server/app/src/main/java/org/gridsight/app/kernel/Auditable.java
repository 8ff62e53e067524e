package org.gridsight.app.kernel;

/** An event that belongs in the audit trail; it is written in the transaction in which it is published, or neither is. */
public interface Auditable {

    AuditEntry auditEntry();
}
