package org.gridsight.app.cameras;

import org.gridsight.app.testing.PostgisTown;

/** Tickets and their register on PostGIS. */
@PostgisTown
class PostgisTicketsTest extends TicketsContract {}
