package org.gridsight.app.cameras;

import org.gridsight.app.testing.PostgisTown;

/** The registry of cameras on PostGIS. */
@PostgisTown
class PostgisCamerasTest extends CamerasContract {}
