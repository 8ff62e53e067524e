package org.gridsight.app.incidents;

import org.springframework.test.context.TestPropertySource;

/** The people of a case on PostGIS. */
@TestPropertySource(
        properties = {
            "gridsight.data-dir=target/test-data/incidents-${random.uuid}",
            "gridsight.demo=false",
            "gridsight.admin-password=Abcd1234"
        })
class PostgisPeopleTest extends PeopleContract implements OnPostgis {}
