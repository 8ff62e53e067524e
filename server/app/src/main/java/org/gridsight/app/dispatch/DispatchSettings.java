package org.gridsight.app.dispatch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Bounds of positions and the straight-line estimate; {@code application.yml} is the manual.
 *
 * @param detourFactor road metres per straight metre, as long as no road data is loaded
 */
@ConfigurationProperties("gridsight.dispatch")
record DispatchSettings(
        Duration positionMaxAge,
        Duration positionRetention,
        Duration clockTolerance,
        double detourFactor,
        double metresPerSecond) {}
