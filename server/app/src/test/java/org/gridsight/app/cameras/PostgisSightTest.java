package org.gridsight.app.cameras;

import org.gridsight.app.testing.PostgisTown;

/** Sight with houses on PostGIS. */
@PostgisTown
class PostgisSightTest extends SightContract {}
