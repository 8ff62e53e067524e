package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridsight.app.testing.InProcess;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** Behind the proxy of docker/ each caller has a budget of his own; one who guesses does not shut out the others. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:proxied;DB_CLOSE_DELAY=-1;WRITE_DELAY=0;LOCK_TIMEOUT=10000",
            "server.forward-headers-strategy=native",
            "gridsight.data-dir=target/proxied",
            "gridsight.demo=false",
            "gridsight.admin-password=" + InProcess.ADMIN_PASSWORD,
        })
class ProgressBehindProxyTest extends ProgressCallersContract {

    @Test
    void tellsCallersApart() {
        for (int i = 0; i < MISSES; i++) {
            assertThat(guessFrom("203.0.113.7")).isEqualTo(404);
        }
        assertThat(guessFrom("203.0.113.7")).isEqualTo(429);
        assertThat(guessFrom("203.0.113.8")).isEqualTo(404);
    }
}
