/**
 * What a camera can see: view cones cut by buildings, the ranking of cameras for a place, coverage and blind spots, and
 * the map between a picture and the ground. Everything is flat: heights of cameras and buildings are unknown in most
 * catalogues, so a building hides whatever lies behind it, unless the camera stands on it.
 */
@NullMarked
package org.gridsight.spatial.sight;

import org.jspecify.annotations.NullMarked;
