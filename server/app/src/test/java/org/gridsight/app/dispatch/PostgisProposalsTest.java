package org.gridsight.app.dispatch;

import org.gridsight.app.testing.PostgisTown;

/** Who could go, on PostGIS. */
@PostgisTown
class PostgisProposalsTest extends ProposalsContract {}
