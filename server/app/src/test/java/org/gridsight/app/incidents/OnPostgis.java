package org.gridsight.app.incidents;

import org.gridsight.app.testing.PostgresCluster;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests on PostGIS; all that carry it share one product and one database. */
interface OnPostgis {

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        PostgresCluster.Database database = PostgresCluster.shared().createDatabase();
        registry.add("spring.datasource.url", database::jdbcUrl);
        registry.add("spring.datasource.username", database::username);
        registry.add("spring.datasource.password", database::password);
    }
}
