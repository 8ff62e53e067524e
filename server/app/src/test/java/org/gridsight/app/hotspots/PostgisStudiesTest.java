package org.gridsight.app.hotspots;

import org.gridsight.app.testing.PostgisTown;

/** Studies on PostGIS. */
@PostgisTown
class PostgisStudiesTest extends StudiesContract {}
