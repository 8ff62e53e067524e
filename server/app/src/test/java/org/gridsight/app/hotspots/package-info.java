/** Studies, the map of today and who sees what, on both databases. */
@NullMarked
package org.gridsight.app.hotspots;

import org.jspecify.annotations.NullMarked;
