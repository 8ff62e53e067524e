package org.gridsight.app.dispatch;

import org.gridsight.app.testing.PostgisTown;

/** Positions on PostGIS. */
@PostgisTown
class PostgisPositionsTest extends PositionsContract {}
