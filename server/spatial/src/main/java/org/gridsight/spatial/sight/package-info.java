/** What a camera can see: view cones and the ranking of cameras for a place. */
@NullMarked
package org.gridsight.spatial.sight;

import org.jspecify.annotations.NullMarked;
