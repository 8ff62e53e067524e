/**
 * Where is it unusual, since when, and how sure: studies that people ask for, the map of today that a schedule keeps, and
 * how well the marked places did.
 *
 * <p>Invariants: a hotspot carries its test or says that it has none; only what passed its test, and whose interval lies
 * above what was expected, is {@code proven}; same cases, day and seed give the same map; too few cases are said to be
 * too few; nobody sees a hotspot that reaches beyond the own area.
 *
 * <p>Deliberately not here: the mathematics (spatial), who is sent where, warnings; nothing about single persons.
 */
@NullMarked
@ApplicationModule(
        displayName = "hotspots",
        allowedDependencies = {"kernel", "access", "grids", "incidents"})
package org.gridsight.app.hotspots;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
