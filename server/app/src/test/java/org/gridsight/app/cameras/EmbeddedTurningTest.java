package org.gridsight.app.cameras;

import org.gridsight.app.testing.EmbeddedTown;

/** Heads of cameras on H2GIS. */
@EmbeddedTown
class EmbeddedTurningTest extends TurningContract {}
