package org.gridsight.app.incidents;

import org.springframework.test.context.TestPropertySource;

/** Amendments on PostGIS. */
@TestPropertySource(
        properties = {
            "gridsight.data-dir=target/test-data/incidents-${random.uuid}",
            "gridsight.demo=false",
            "gridsight.admin-password=Abcd1234"
        })
class PostgisAmendmentsTest extends AmendmentsContract implements OnPostgis {}
