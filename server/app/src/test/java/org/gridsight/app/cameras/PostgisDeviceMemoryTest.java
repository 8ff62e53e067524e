package org.gridsight.app.cameras;

import org.gridsight.app.testing.PostgisTown;

/** What devices keep, with the registry on PostGIS. */
@PostgisTown
class PostgisDeviceMemoryTest extends DeviceMemoryContract {}
