package org.gridsight.app.exchange;

import org.gridsight.app.testing.EmbeddedTown;

/** Incidents out of files, on H2GIS. */
@EmbeddedTown
class EmbeddedIncidentImportTest extends IncidentImportContract {}
