package org.gridsight.app.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** As {@link EmbeddedTown}, on a fresh PostGIS database; skipped where there is no PostGIS. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PostgisTown.WhenThere.class)
@ContextConfiguration(initializers = PostgisTown.FreshDatabase.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "gridsight.data-dir=target/town",
            "gridsight.camera-networks=10.0.0.0/8,127.0.0.0/8",
            "gridsight.demo=false",
            // the clockwork would make maps between two lines of a test
            "gridsight.hotspots.first-refresh-after=1d",
            "gridsight.cameras.health.every=0s",
            "gridsight.admin-password=" + InProcess.ADMIN_PASSWORD,
        })
public @interface PostgisTown {

    /** Decides before the product is started. */
    final class WhenThere implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            try {
                return ConditionEvaluationResult.enabled("PostGIS in " + Requires.postgis());
            } catch (TestAbortedException e) {
                return ConditionEvaluationResult.disabled(e.getMessage());
            }
        }
    }

    /** Points the product to its database. */
    final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            PostgresCluster.Database database = PostgresCluster.shared().createDatabase();
            TestPropertyValues.of(
                            "spring.datasource.url=" + database.jdbcUrl(),
                            "spring.datasource.username=" + database.username(),
                            "spring.datasource.password=" + database.password())
                    .applyTo(context);
        }
    }
}
