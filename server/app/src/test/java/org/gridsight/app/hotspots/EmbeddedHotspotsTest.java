package org.gridsight.app.hotspots;

import org.gridsight.app.testing.EmbeddedTown;

/** Hotspots on H2GIS. */
@EmbeddedTown
class EmbeddedHotspotsTest extends HotspotsContract {}
