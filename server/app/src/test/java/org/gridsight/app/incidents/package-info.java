/** The closed loop, on both databases and through the outside. */
@NullMarked
package org.gridsight.app.incidents;

import org.jspecify.annotations.NullMarked;
