package org.gridsight.app.access;

import org.gridsight.app.testing.PostgisTown;

/** Who opens what of another village, on PostGIS. */
@PostgisTown
class PostgisScopeMatrixTest extends ScopeMatrixContract {}
