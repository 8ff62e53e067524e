/**
 * Files in and out: setting up a place from files, grids and base map layers, old incidents, the demo.
 *
 * <p>Invariants: a file goes in as a whole transaction or not at all; a dry run changes nothing; every refused row is
 * named. What is written goes through the faces of the rooms, as a person's work does.
 *
 * <p>Deliberately not here: rules of the domain; formats and coordinate systems (gis-data).
 */
@NullMarked
@ApplicationModule(
        displayName = "exchange",
        allowedDependencies = {"kernel", "access", "grids", "riskpoints", "incidents", "cameras", "dispatch"})
package org.gridsight.app.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
