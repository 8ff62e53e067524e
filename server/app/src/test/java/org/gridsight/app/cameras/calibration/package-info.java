/** What calibrations must do, on every database and against known ground. */
@NullMarked
package org.gridsight.app.cameras.calibration;

import org.jspecify.annotations.NullMarked;
