package org.gridsight.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product starts as a real process on both databases, and an account survives a hard kill. */
class RunningProductTest {

    @Test
    void startsAgainOnTheEmbeddedDatabaseAfterAKill(@TempDir Path folder) {
        try (RunningProduct product = RunningProduct.in(folder)) {
            signsInBeforeAndAfterAKill(product);
        }
    }

    @Test
    void startsAgainOnPostgisAfterAKill(@TempDir Path folder) {
        PostgresCluster.Database database = PostgresCluster.shared().createDatabase();
        try (RunningProduct product = RunningProduct.in(folder).with(database)) {
            signsInBeforeAndAfterAKill(product);
        }
    }

    @Test
    void refusesAnEmptyDatabaseWithoutAnAdministratorsPassword(@TempDir Path folder) {
        try (RunningProduct product = RunningProduct.in(folder).with("GRIDSIGHT_ADMIN_PASSWORD", "")) {
            assertThat(product.startAndWaitForEnd()).isNotZero();
            assertThat(product.output()).contains("GRIDSIGHT_ADMIN_PASSWORD");
        }
    }

    private static void signsInBeforeAndAfterAKill(RunningProduct product) {
        product.start();
        Client client = product.client().signIn("sysadmin", RunningProduct.ADMIN_PASSWORD);
        String token = client.createToken("before the kill");
        product.kill();
        product.start();
        // the session and the token were acknowledged, so they are still good
        assertThat(client.get("/api/session").status()).isEqualTo(200);
        assertThat(product.client().withToken(token).get("/api/session").status())
                .isEqualTo(200);
    }
}
