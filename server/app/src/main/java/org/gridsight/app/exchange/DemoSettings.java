package org.gridsight.app.exchange;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The synthetic township; {@code application.yml} is the manual.
 *
 * @param demoPassword of all demo accounts; blank for a random one
 * @param demoArrivalMean time between incidents that come in by themselves
 */
@ConfigurationProperties("gridsight")
record DemoSettings(
        boolean demo,
        long demoSeed,
        boolean demoLive,
        String demoPassword,
        Duration demoArrivalMean,
        Duration demoStepMean,
        String dataDir) {}
