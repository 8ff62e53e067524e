package org.gridsight.app.cameras.alarms;

import org.gridsight.app.testing.PostgisTown;

/** Alarms on PostGIS. */
@PostgisTown
class PostgisAlarmsTest extends AlarmsContract {}
