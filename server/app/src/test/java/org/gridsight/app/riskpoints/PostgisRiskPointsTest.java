package org.gridsight.app.riskpoints;

import org.gridsight.app.testing.PostgisTown;

/** The ledger on PostGIS. */
@PostgisTown
class PostgisRiskPointsTest extends RiskPointsContract {}
