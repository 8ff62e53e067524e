package org.gridsight.app.cameras;

import org.gridsight.app.testing.EmbeddedTown;

/** Pictures end with the right to them, on H2GIS. */
@EmbeddedTown
class EmbeddedRightsDuringPlayTest extends RightsDuringPlayContract {}
