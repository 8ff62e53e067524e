package org.gridsight.app.hotspots;

import org.gridsight.app.testing.EmbeddedTown;

/** Studies on H2GIS. */
@EmbeddedTown
class EmbeddedStudiesTest extends StudiesContract {}
