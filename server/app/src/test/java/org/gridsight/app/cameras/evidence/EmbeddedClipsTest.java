package org.gridsight.app.cameras.evidence;

import org.gridsight.app.testing.EmbeddedTown;

/** Clips on H2GIS. */
@EmbeddedTown
class EmbeddedClipsTest extends ClipsContract {}
