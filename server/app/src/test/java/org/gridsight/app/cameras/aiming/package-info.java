/** Tests of turning heads. */
@NullMarked
package org.gridsight.app.cameras.aiming;

import org.jspecify.annotations.NullMarked;
