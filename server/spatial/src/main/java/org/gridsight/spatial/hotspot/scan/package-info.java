/**
 * Where and since when is it unusual: scan statistics over places and days, a surge test for the whole town, and the
 * reports that must not count because something is wrong with them. Deliberately not here: drawing, and words for
 * readers.
 */
@NullMarked
package org.gridsight.spatial.hotspot.scan;

import org.jspecify.annotations.NullMarked;
