/**
 * What may be called unusual: counts on cells, their tests, and pictures that only show where much happens. Only
 * {@link org.gridsight.spatial.hotspot.GetisOrd} with {@link org.gridsight.spatial.hotspot.FalseDiscovery} on observed
 * minus expected, and scans, say "unusual"; a density never does. Deliberately not here: where the cells of a hexagonal
 * system lie; it is given as lists of neighbours.
 */
@NullMarked
package org.gridsight.spatial.hotspot;

import org.jspecify.annotations.NullMarked;
