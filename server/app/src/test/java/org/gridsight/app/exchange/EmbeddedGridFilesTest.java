package org.gridsight.app.exchange;

import org.gridsight.app.testing.EmbeddedTown;

/** Grids out of files, on H2GIS. */
@EmbeddedTown
class EmbeddedGridFilesTest extends GridFilesContract {}
