package org.gridsight.app.cameras;

import org.gridsight.app.testing.EmbeddedTown;

/** Channels that come and go on H2GIS. */
@EmbeddedTown
class EmbeddedLeavingChannelsTest extends LeavingChannelsContract {}
