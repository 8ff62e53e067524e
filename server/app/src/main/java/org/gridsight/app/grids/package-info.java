/**
 * Which grid, whose, since when: the township's outline, its villages and grids in versions, and the base map below.
 *
 * <p>Invariants: a grid belongs to exactly one village and its code begins with the village's; a code is never reused for
 * another grid; a new map closes the old one at its first moment, and what happened before stays in the old grids.
 * {@link org.gridsight.app.grids.GridMap} is the picture of it all in memory: immutable, swapped after commit, confirmed
 * by its version inside a transaction. The database decides.
 *
 * <p>Deliberately not here: reading files and making grids (exchange), workers of a grid (dispatch).
 */
@NullMarked
@ApplicationModule(
        displayName = "grids",
        allowedDependencies = {"kernel", "access"})
package org.gridsight.app.grids;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
