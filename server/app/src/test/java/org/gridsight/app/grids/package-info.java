/** The map of the township, on both databases. */
@NullMarked
package org.gridsight.app.grids;

import org.jspecify.annotations.NullMarked;
