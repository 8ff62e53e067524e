package org.gridsight.app.incidents;

import org.springframework.test.context.TestPropertySource;

/** The loop on H2GIS; all its tests share one product. */
@TestPropertySource(
        properties = {
            "gridsight.data-dir=target/test-data/incidents-${random.uuid}",
            "gridsight.demo=false",
            "gridsight.admin-password=Abcd1234"
        })
abstract class EmbeddedLoop extends Loop {}
