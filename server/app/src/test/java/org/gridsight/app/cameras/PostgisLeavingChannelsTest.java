package org.gridsight.app.cameras;

import org.gridsight.app.testing.PostgisTown;

/** Channels that come and go on PostGIS. */
@PostgisTown
class PostgisLeavingChannelsTest extends LeavingChannelsContract {}
