package org.gridsight.app.cameras;

import org.gridsight.app.testing.EmbeddedTown;

/** No ticket, no picture on H2GIS. */
@EmbeddedTown
class EmbeddedNoTicketNoPictureTest extends NoTicketNoPictureContract {}
