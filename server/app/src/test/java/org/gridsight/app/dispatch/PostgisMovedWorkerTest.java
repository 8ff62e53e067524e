package org.gridsight.app.dispatch;

import org.gridsight.app.testing.PostgisTown;

/** Grid workers and their grids on PostGIS. */
@PostgisTown
class PostgisMovedWorkerTest extends MovedWorkerContract {}
