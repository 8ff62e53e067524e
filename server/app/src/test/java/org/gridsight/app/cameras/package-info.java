/** What the camera room must do, on both databases. */
@NullMarked
package org.gridsight.app.cameras;

import org.jspecify.annotations.NullMarked;
