package org.gridsight.app.cameras;

import org.gridsight.app.testing.PostgisTown;

/** No ticket, no picture on PostGIS. */
@PostgisTown
class PostgisNoTicketNoPictureTest extends NoTicketNoPictureContract {}
