package org.gridsight.app.cameras;

import org.gridsight.app.testing.EmbeddedTown;

/** What devices keep, with the registry on H2GIS. */
@EmbeddedTown
class EmbeddedDeviceMemoryTest extends DeviceMemoryContract {}
