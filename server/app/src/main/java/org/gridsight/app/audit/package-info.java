/**
 * Who did or saw what: every auditable event becomes a record in the transaction that published it, linked by hash to
 * the one before. A verifier outside the running product names the first broken record.
 *
 * <p>Deliberately not here: knowledge of any room (it hears of all through {@code Auditable}), editing, deleting.
 */
@NullMarked
@ApplicationModule(
        displayName = "audit",
        allowedDependencies = {"kernel", "access"})
package org.gridsight.app.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
