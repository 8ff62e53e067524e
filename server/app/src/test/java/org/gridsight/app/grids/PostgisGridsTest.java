package org.gridsight.app.grids;

import org.gridsight.app.testing.PostgisTown;

/** The map on PostGIS. */
@PostgisTown
class PostgisGridsTest extends GridsContract {}
