package org.gridsight.app.cameras;

import org.gridsight.app.testing.EmbeddedTown;

/** Passwords of devices on H2GIS. */
@EmbeddedTown
class EmbeddedDevicePasswordsTest extends DevicePasswordsContract {}
