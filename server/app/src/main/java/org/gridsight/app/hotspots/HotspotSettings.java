package org.gridsight.app.hotspots;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Bounds of studies and the clockwork of the current map; {@code application.yml} is the manual.
 *
 * @param threads of all studies and refreshes together; 0 = as many as cores
 */
@ConfigurationProperties("gridsight.hotspots")
record HotspotSettings(
        int threads,
        int waiting,
        int perPerson,
        int kept,
        Duration keptFor,
        Duration answerWithin,
        Duration refreshEvery,
        Duration firstRefreshAfter,
        int historyDays) {

    HotspotSettings {
        if (threads < 0 || waiting < 1 || perPerson < 1 || kept < 1 || historyDays < 60) {
            throw new IllegalArgumentException(
                    "gridsight.hotspots: threads from 0, waiting, per-person and kept from 1,"
                            + " history-days from 60");
        }
    }

    int allThreads() {
        int cores = Runtime.getRuntime().availableProcessors();
        return threads == 0 ? cores : Math.min(threads, cores);
    }
}
