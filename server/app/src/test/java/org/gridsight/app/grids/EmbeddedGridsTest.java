package org.gridsight.app.grids;

import org.gridsight.app.testing.EmbeddedTown;

/** The map on H2GIS. */
@EmbeddedTown
class EmbeddedGridsTest extends GridsContract {}
