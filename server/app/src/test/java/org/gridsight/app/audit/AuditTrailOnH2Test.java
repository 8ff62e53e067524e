package org.gridsight.app.audit;

import org.gridsight.app.testing.InProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The promises of the audit trail on the embedded database. */
@InProcess
class AuditTrailOnH2Test extends AuditTrailContract {

    @Autowired
    private ApplicationContext product;

    @Override
    ApplicationContext product() {
        return product;
    }
}
