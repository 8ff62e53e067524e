package org.gridsight.app.dispatch;

import java.time.Duration;
import org.gridsight.roads.TravelMode;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Bounds of positions, the straight-line estimate, and what counts in the choice of who goes; {@code application.yml} is the manual.
 *
 * @param positionBlurAfter when places of the history are blurred to 500 m
 * @param positionRetention when they are deleted
 * @param roads a file with road data, blank for the layer of the base map
 * @param detourFactor road metres per straight metre, as long as no road data is loaded
 * @param orderTakes how long an order in hand keeps somebody from the next one, for the order of proposals
 * @param restAfter work without a break that earns {@code restFor}
 * @param coverWithin a grid is covered while somebody free reaches it within this
 * @param answerWithin how long an officer waits before sending another one
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
        double metresPerSecond,
        Duration orderTakes,
        Duration restAfter,
        Duration restFor,
        Duration coverWithin,
        Duration answerWithin) {}
