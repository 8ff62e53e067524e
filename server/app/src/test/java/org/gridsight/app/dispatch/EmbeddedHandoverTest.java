package org.gridsight.app.dispatch;

import org.gridsight.app.testing.EmbeddedTown;

/** Notes from shift to shift on H2GIS. */
@EmbeddedTown
class EmbeddedHandoverTest extends HandoverContract {}
