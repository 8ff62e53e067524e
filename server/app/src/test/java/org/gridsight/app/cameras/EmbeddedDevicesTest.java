package org.gridsight.app.cameras;

import org.gridsight.app.testing.EmbeddedTown;

/** Devices and their channels on H2GIS. */
@EmbeddedTown
class EmbeddedDevicesTest extends DevicesContract {}
