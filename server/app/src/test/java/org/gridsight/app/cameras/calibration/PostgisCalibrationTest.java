package org.gridsight.app.cameras.calibration;

import org.gridsight.app.testing.PostgisTown;

/** Calibrations on PostGIS. */
@PostgisTown
class PostgisCalibrationTest extends CalibrationContract {}
