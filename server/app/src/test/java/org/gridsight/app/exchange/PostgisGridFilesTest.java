package org.gridsight.app.exchange;

import org.gridsight.app.testing.PostgisTown;

/** Grids out of files, on PostGIS. */
@PostgisTown
class PostgisGridFilesTest extends GridFilesContract {}
