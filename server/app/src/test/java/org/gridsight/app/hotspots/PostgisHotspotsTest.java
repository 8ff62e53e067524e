package org.gridsight.app.hotspots;

import org.gridsight.app.testing.PostgisTown;

/** Hotspots on PostGIS. */
@PostgisTown
class PostgisHotspotsTest extends HotspotsContract {}
