package org.gridsight.app.cameras;

import org.gridsight.app.testing.PostgisTown;

/** Passwords of devices on PostGIS. */
@PostgisTown
class PostgisDevicePasswordsTest extends DevicePasswordsContract {}
