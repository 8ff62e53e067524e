package org.gridsight.app.cameras;

import org.gridsight.app.testing.EmbeddedTown;

/** Moving pictures on H2GIS. */
@EmbeddedTown
class EmbeddedLivePicturesTest extends LivePicturesContract {}
