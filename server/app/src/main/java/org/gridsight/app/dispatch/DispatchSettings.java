package org.gridsight.app.dispatch;

import java.time.Duration;
import org.gridsight.roads.TravelMode;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Bounds of positions and the straight-line estimate; {@code application.yml} is the manual.
 *
 * @param positionBlurAfter when places of the history are blurred to 500 m
 * @param positionRetention when they are deleted
 * @param roads a file with road data, blank for the layer of the base map
 * @param detourFactor road metres per straight metre, as long as no road data is loaded
 */
@ConfigurationProperties("gridsight.dispatch")
record DispatchSettings(
        Duration positionMaxAge,
        Duration positionBlurAfter,
        Duration positionRetention,
        Duration clockTolerance,
        String roads,
        TravelMode travelMode,
        double detourFactor,
        double metresPerSecond) {}
