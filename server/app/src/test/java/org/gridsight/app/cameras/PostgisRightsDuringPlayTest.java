package org.gridsight.app.cameras;

import org.gridsight.app.testing.PostgisTown;

/** Pictures end with the right to them, on PostGIS. */
@PostgisTown
class PostgisRightsDuringPlayTest extends RightsDuringPlayContract {}
