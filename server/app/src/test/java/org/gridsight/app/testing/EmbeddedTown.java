package org.gridsight.app.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A product of its own inside this process on H2GIS, for tests that make and remake the one place it serves. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:town;DB_CLOSE_DELAY=-1;WRITE_DELAY=0;LOCK_TIMEOUT=10000",
            "gridsight.data-dir=target/town",
            "gridsight.camera-networks=10.0.0.0/8,127.0.0.0/8",
            "gridsight.demo=false",
            "gridsight.cameras.linger=1s",
            // SIP itself is off until a test begins it; links to upper platforms go over loopback
            "gridsight.sip.bind=127.0.0.1",
            "gridsight.sip.address=127.0.0.1",
            "gridsight.rtp-ports=20000-29999",
            "gridsight.cascade.sip-ports=19000-19999",
            // the clockwork would make maps between two lines of a test
            "gridsight.hotspots.first-refresh-after=1d",
            "gridsight.cameras.health.every=0s",
            // nobody looks at the disk but the tests
            "gridsight.evidence.check-disk-every=1d",
            "gridsight.admin-password=" + InProcess.ADMIN_PASSWORD,
        })
public @interface EmbeddedTown {}
