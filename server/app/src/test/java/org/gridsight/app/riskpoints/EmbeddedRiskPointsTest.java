package org.gridsight.app.riskpoints;

import org.gridsight.app.testing.EmbeddedTown;

/** The ledger on H2GIS. */
@EmbeddedTown
class EmbeddedRiskPointsTest extends RiskPointsContract {}
