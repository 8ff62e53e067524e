package org.gridsight.app.incidents;

import org.gridsight.app.testing.PostgresCluster;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Races on PostGIS. */
@TestPropertySource(
        properties = {
            "gridsight.data-dir=target/test-data/incidents-${random.uuid}",
            "gridsight.demo=false",
            "gridsight.admin-password=Abcd1234"
        })
class PostgisRaceTest extends RaceContract {

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        PostgresCluster.Database database = PostgresCluster.shared().createDatabase();
        registry.add("spring.datasource.url", database::jdbcUrl);
        registry.add("spring.datasource.username", database::username);
        registry.add("spring.datasource.password", database::password);
    }
}
