/**
 * Shapes that people can point at: outlines of clusters, cells and circles, never crossing out of the area they are
 * about. Deliberately not here: whether there is anything to outline.
 */
@NullMarked
package org.gridsight.spatial.hotspot.outline;

import org.jspecify.annotations.NullMarked;
