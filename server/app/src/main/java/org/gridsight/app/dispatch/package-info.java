/**
 * Who is near, free and suitable: grid workers, their duty and the last known place of those on duty.
 *
 * <p>Invariants: a position is taken only from somebody on duty, is never offered when older than
 * {@code gridsight.position-max-age}, and leaves the map at once when duty ends. Going on duty keeps no record of times.
 *
 * <p>Deliberately not here: check-in, points, ranking of people, quotas; the moves of an incident (incidents).
 */
@NullMarked
@ApplicationModule(
        displayName = "dispatch",
        allowedDependencies = {"kernel", "access", "grids", "incidents"})
package org.gridsight.app.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
