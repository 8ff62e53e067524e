package org.gridsight.app.cameras.health;

import org.gridsight.app.testing.PostgisTown;

/** The health of cameras on PostGIS. */
@PostgisTown
class PostgisHealthTest extends HealthContract {}
