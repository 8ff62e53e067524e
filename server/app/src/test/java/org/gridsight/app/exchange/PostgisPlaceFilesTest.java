package org.gridsight.app.exchange;

import org.gridsight.app.testing.PostgisTown;

/** A place out of files, on PostGIS. */
@PostgisTown
class PostgisPlaceFilesTest extends PlaceFilesContract {}
