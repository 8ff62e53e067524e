/**
 * Where the cameras are, what ground they look at, which of them can see a place.
 *
 * <p>Invariant: nothing here yields a picture; addresses and passwords of cameras never leave this room.
 */
@NullMarked
@ApplicationModule(
        displayName = "cameras",
        allowedDependencies = {"kernel", "access", "grids", "incidents"})
package org.gridsight.app.cameras;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
