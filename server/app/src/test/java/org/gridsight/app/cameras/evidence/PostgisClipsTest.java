package org.gridsight.app.cameras.evidence;

import org.gridsight.app.testing.PostgisTown;

/** Clips on PostGIS. */
@PostgisTown
class PostgisClipsTest extends ClipsContract {}
