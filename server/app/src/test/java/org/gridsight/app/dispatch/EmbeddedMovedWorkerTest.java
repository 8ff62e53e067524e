package org.gridsight.app.dispatch;

import org.gridsight.app.testing.EmbeddedTown;

/** Grid workers and their grids on H2GIS. */
@EmbeddedTown
class EmbeddedMovedWorkerTest extends MovedWorkerContract {}
