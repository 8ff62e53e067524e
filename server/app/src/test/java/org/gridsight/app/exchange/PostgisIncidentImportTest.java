package org.gridsight.app.exchange;

import org.gridsight.app.testing.PostgisTown;

/** Incidents out of files, on PostGIS. */
@PostgisTown
class PostgisIncidentImportTest extends IncidentImportContract {}
