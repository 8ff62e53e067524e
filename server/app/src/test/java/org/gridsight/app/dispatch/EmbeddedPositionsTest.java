package org.gridsight.app.dispatch;

import org.gridsight.app.testing.EmbeddedTown;

/** Positions on H2GIS. */
@EmbeddedTown
class EmbeddedPositionsTest extends PositionsContract {}
