package org.gridsight.app.cameras;

import org.gridsight.app.testing.PostgisTown;

/** Devices and their channels on PostGIS. */
@PostgisTown
class PostgisDevicesTest extends DevicesContract {}
