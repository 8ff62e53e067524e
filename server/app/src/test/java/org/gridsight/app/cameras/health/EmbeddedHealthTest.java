package org.gridsight.app.cameras.health;

import org.gridsight.app.testing.EmbeddedTown;

/** The health of cameras on H2GIS. */
@EmbeddedTown
class EmbeddedHealthTest extends HealthContract {}
