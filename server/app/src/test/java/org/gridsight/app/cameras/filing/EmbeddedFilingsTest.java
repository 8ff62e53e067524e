package org.gridsight.app.cameras.filing;

import org.gridsight.app.testing.EmbeddedTown;

/** The filing register on H2GIS. */
@EmbeddedTown
class EmbeddedFilingsTest extends FilingsContract {}
