package org.gridsight.app.access;

import org.gridsight.app.testing.EmbeddedTown;

/** Who opens what of another village, on H2GIS. */
@EmbeddedTown
class EmbeddedScopeMatrixTest extends ScopeMatrixContract {}
