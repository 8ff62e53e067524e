/**
 * What can go wrong where: the ledger of places with a standing hazard, their level, owner and inspections.
 *
 * <p>Invariants: every change is a version with a row of history; a risk point lies in a grid; RED, YELLOW and BLUE are
 * internal attention, not statutory warnings.
 *
 * <p>Deliberately not here: incidents at a risk point, warnings about overdue inspections.
 */
@NullMarked
@ApplicationModule(
        displayName = "riskpoints",
        allowedDependencies = {"kernel", "access", "grids"})
package org.gridsight.app.riskpoints;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
