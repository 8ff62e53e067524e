/**
 * Figures for people who decide; each one opens the list it counts.
 *
 * <p>Deliberately not here: figures about single persons.
 */
@NullMarked
@ApplicationModule(
        displayName = "reports",
        allowedDependencies = {"kernel", "access", "grids", "incidents", "dispatch"})
package org.gridsight.app.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
