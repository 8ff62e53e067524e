package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridsight.app.testing.InProcess;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** Without a proxy nobody wins another budget by inventing an address. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:direct;DB_CLOSE_DELAY=-1;WRITE_DELAY=0;LOCK_TIMEOUT=10000",
            "gridsight.data-dir=target/direct",
            "gridsight.demo=false",
            "gridsight.admin-password=" + InProcess.ADMIN_PASSWORD,
        })
class ProgressWithoutProxyTest extends ProgressCallersContract {

    @Test
    void believesNoForwardedAddress() {
        for (int i = 0; i < MISSES; i++) {
            assertThat(guessFrom("203.0.113." + i)).isEqualTo(404);
        }
        assertThat(guessFrom("203.0.113.250")).isEqualTo(429);
    }
}
