package org.gridsight.app.cameras.calibration;

import org.gridsight.app.testing.EmbeddedTown;

/** Calibrations on H2GIS. */
@EmbeddedTown
class EmbeddedCalibrationTest extends CalibrationContract {}
