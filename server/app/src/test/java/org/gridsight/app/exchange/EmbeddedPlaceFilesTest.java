package org.gridsight.app.exchange;

import org.gridsight.app.testing.EmbeddedTown;

/** A place out of files, on H2GIS. */
@EmbeddedTown
class EmbeddedPlaceFilesTest extends PlaceFilesContract {}
