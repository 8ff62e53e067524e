/**
 * Where the cameras are, what ground they look at, which of them can see a place, and their pictures for a reason.
 *
 * <p>Invariants: no picture without a {@link org.gridsight.app.cameras.StreamTicket}, which only this room can make, and
 * each of which is on record; addresses and passwords of cameras are sealed at rest and never leave this room.
 */
@NullMarked
@ApplicationModule(
        displayName = "cameras",
        allowedDependencies = {"kernel", "access", "grids", "incidents"})
package org.gridsight.app.cameras;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
