package org.gridsight.app.cameras.alarms;

import org.gridsight.app.testing.EmbeddedTown;

/** Alarms on H2GIS. */
@EmbeddedTown
class EmbeddedAlarmsTest extends AlarmsContract {}
