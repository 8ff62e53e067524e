package org.gridsight.app.live;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of the live streams; {@code application.yml} is the manual.
 *
 * @param recent how far a slow reader may lag behind before it is told to read a snapshot
 */
@ConfigurationProperties("gridsight.live")
record LiveSettings(
        List<String> allowedOrigins,
        Duration keep,
        DataSize recent,
        Duration stalledAfter,
        Duration positionMaxAge,
        int maxSockets,
        int maxSocketsPerPerson,
        int snapshotFeatures) {

    LiveSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}
