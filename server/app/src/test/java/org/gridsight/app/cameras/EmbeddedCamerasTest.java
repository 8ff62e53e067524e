package org.gridsight.app.cameras;

import org.gridsight.app.testing.EmbeddedTown;

/** The registry of cameras on H2GIS. */
@EmbeddedTown
class EmbeddedCamerasTest extends CamerasContract {}
