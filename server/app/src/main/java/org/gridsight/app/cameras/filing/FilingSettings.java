package org.gridsight.app.cameras.filing;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Rules of the filing register; {@code application.yml} is the manual.
 *
 * @param days after first use, and after a change, in which a camera must be filed (Decree 799 art. 14)
 * @param zone whose days are counted
 */
@ConfigurationProperties("gridsight.cameras.filing")
record FilingSettings(int days, ZoneId zone) {

    FilingSettings {
        if (days < 1) {
            throw new IllegalArgumentException("gridsight.cameras.filing.days must be above 0, was " + days);
        }
    }
}
