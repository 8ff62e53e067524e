package org.gridsight.app.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Runs a test against the whole product inside this process, on a random port and an embedded database in memory,
 * without the demo. All classes that carry it share one product, so each works with names of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:inprocess;DB_CLOSE_DELAY=-1;WRITE_DELAY=0;LOCK_TIMEOUT=10000",
            "gridsight.data-dir=target/in-process",
            "gridsight.demo=false",
            "gridsight.admin-password=" + InProcess.ADMIN_PASSWORD,
        })
public @interface InProcess {

    /** Password of {@code sysadmin} in these tests. */
    String ADMIN_PASSWORD = "Admin-2026";
}
