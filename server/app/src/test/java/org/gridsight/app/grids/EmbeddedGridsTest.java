package org.gridsight.app.grids;

import org.springframework.test.context.TestPropertySource;

/** The map on H2GIS. */
@TestPropertySource(
        properties = {
            "gridsight.data-dir=target/test-data/grids-${random.uuid}",
            "gridsight.demo=false",
            "gridsight.admin-password=Abcd1234"
        })
class EmbeddedGridsTest extends GridsContract {}
