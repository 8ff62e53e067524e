/**
 * Codes of areas and grids and how long they hold. Division codes are the 12 digits of the National Bureau of Statistics;
 * grid codes hang a sequence on a village code, in a form that is configuration.
 *
 * <p>Invariants: a code is never reused; a closed code may name a successor that was valid on that day; dates are whole
 * days, the last one excluded.
 *
 * <p>Deliberately not here: names of real places (they come from a file), storage.
 */
@NullMarked
package org.gridsight.gisdata.codes;

import org.jspecify.annotations.NullMarked;
