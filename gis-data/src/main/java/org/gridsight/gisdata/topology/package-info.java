/**
 * Whether a set of grids covers a township cleanly: gaps, overlaps, slivers, codes given twice, polygons outside the
 * outline. {@link org.gridsight.gisdata.topology.CoverageCheck} is asked, findings carry geometry, codes and area.
 *
 * <p>Invariants: input is CGCS2000 degrees and stays untouched; areas are square metres on the ellipsoid within 0.1 % for
 * a township; hairline differences below the tolerance are no findings.
 *
 * <p>Deliberately not here: repair.
 */
@NullMarked
package org.gridsight.gisdata.topology;

import org.jspecify.annotations.NullMarked;
