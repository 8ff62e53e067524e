package org.gridsight.app.dispatch;

import org.gridsight.app.testing.EmbeddedTown;

/** Who could go, on H2GIS. */
@EmbeddedTown
class EmbeddedProposalsTest extends ProposalsContract {}
