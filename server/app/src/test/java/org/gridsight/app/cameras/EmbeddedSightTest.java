package org.gridsight.app.cameras;

import org.gridsight.app.testing.EmbeddedTown;

/** Sight with houses on H2GIS. */
@EmbeddedTown
class EmbeddedSightTest extends SightContract {}
