/**
 * The shared words of all rooms: who may be told what (scope), how a refusal looks, how a change reaches the
 * live map and the audit trail without either being known. Values and contracts only.
 *
 * <p>Deliberately not here: services, storage, anything that only one room uses.
 */
@NullMarked
@ApplicationModule(displayName = "kernel", type = ApplicationModule.Type.OPEN)
package org.gridsight.app.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
