/** Tests of the health of cameras. */
@NullMarked
package org.gridsight.app.cameras.health;

import org.jspecify.annotations.NullMarked;
