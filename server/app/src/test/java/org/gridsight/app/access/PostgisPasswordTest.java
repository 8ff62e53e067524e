package org.gridsight.app.access;

import org.gridsight.app.testing.PostgisTown;

/** On PostGIS. */
@PostgisTown
class PostgisPasswordTest extends PasswordContract {}
