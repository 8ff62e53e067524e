package org.gridsight.app.cameras;

import org.gridsight.app.testing.EmbeddedTown;

/** Lists of upper platforms on H2GIS. */
@EmbeddedTown
class EmbeddedCascadeTest extends CascadeContract {}
