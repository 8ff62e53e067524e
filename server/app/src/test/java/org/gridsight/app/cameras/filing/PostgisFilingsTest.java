package org.gridsight.app.cameras.filing;

import org.gridsight.app.testing.PostgisTown;

/** The filing register on PostGIS. */
@PostgisTown
class PostgisFilingsTest extends FilingsContract {}
