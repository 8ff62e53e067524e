/** Makes grids for a place that has none: squares, hexagons or cells of points, clipped by its outline, in metres. */
@NullMarked
package org.gridsight.spatial.grid;

import org.jspecify.annotations.NullMarked;
