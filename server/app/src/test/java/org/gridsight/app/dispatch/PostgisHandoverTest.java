package org.gridsight.app.dispatch;

import org.gridsight.app.testing.PostgisTown;

/** Notes from shift to shift on PostGIS. */
@PostgisTown
class PostgisHandoverTest extends HandoverContract {}
