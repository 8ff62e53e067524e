package org.gridsight.app.cameras;

import org.gridsight.app.testing.PostgisTown;

/** Heads of cameras on PostGIS. */
@PostgisTown
class PostgisTurningTest extends TurningContract {}
