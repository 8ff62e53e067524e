package org.gridsight.app.cameras;

import org.gridsight.app.testing.EmbeddedTown;

/** Tickets and their register on H2GIS. */
@EmbeddedTown
class EmbeddedTicketsTest extends TicketsContract {}
