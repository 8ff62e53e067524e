package org.gridsight.app.cameras;

import org.gridsight.app.testing.PostgisTown;

/** Lists of upper platforms on PostGIS. */
@PostgisTown
class PostgisCascadeTest extends CascadeContract {}
