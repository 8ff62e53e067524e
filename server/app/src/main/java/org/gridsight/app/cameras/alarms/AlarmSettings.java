package org.gridsight.app.cameras.alarms;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which alarms become incidents; {@code application.yml} is the manual.
 *
 * @param kinds those that do; all others are only counted
 * @param cardEvery how long one card gathers the alarms of one camera and kind; longer while its incident is open
 * @param flood so many new cards within {@code cardEvery}, and further ones become one card for all cameras
 */
@ConfigurationProperties("gridsight.cameras.alarms")
record AlarmSettings(Set<AlarmKind> kinds, Duration cardEvery, int flood) {

    AlarmSettings {
        kinds = Set.copyOf(kinds);
        if (cardEvery.isNegative() || cardEvery.isZero() || flood < 1) {
            throw new IllegalArgumentException("gridsight.cameras.alarms: card-every and flood must be above 0, were "
                    + cardEvery + " and " + flood);
        }
    }
}
