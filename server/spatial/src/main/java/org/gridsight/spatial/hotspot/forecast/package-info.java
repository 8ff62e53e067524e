/**
 * How much will happen in each cell, how well such forecasts did, and whether anything beats plain counts of the past.
 * Plain counts are the rule; another method is used only after it has won inside the past. Deliberately not here:
 * forecasts about persons.
 */
@NullMarked
package org.gridsight.spatial.hotspot.forecast;

import org.jspecify.annotations.NullMarked;
