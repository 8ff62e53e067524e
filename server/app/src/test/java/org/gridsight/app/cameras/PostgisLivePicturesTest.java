package org.gridsight.app.cameras;

import org.gridsight.app.testing.PostgisTown;

/** Moving pictures on PostGIS. */
@PostgisTown
class PostgisLivePicturesTest extends LivePicturesContract {}
