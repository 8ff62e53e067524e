package org.gridsight.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridsight.app.GridSight;
import org.gridsight.app.testing.InProcess;
import org.gridsight.app.testing.PostgresCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The promises of the audit trail on PostGIS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTrailOnPostgisTest extends AuditTrailContract {

    private ConfigurableApplicationContext product =
            new org.springframework.context.support.GenericApplicationContext();

    @BeforeAll
    void start() {
        PostgresCluster.Database fresh = PostgresCluster.shared().createDatabase();
        product = new SpringApplicationBuilder(GridSight.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--gridsight.data-dir=target/audit-test",
                        "--gridsight.admin-password=" + InProcess.ADMIN_PASSWORD,
                        "--spring.datasource.url=" + fresh.jdbcUrl(),
                        "--spring.datasource.username=" + fresh.username(),
                        "--spring.datasource.password=" + fresh.password());
        assertThat(product.isRunning()).isTrue();
    }

    @AfterAll
    void stop() {
        product.close();
    }

    @Override
    ApplicationContext product() {
        return product;
    }
}
