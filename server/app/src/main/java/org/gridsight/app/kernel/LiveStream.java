package org.gridsight.app.kernel;

import java.util.Arrays;
import java.util.Optional;

/** The lossless streams of {@code /live}. Positions and camera status are latest-wins and not listed here. */
public enum LiveStream {
    INCIDENTS,
    WARNINGS,
    TASKS,
    RISKPOINTS,
    /** One thing, the map of hotspots: that there is a new one, not the hotspots themselves. */
    HOTSPOTS;

    /** The name on the wire, {@code incidents}. */
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Optional<LiveStream> parse(String wireName) {
        return Arrays.stream(values())
                .filter(s -> s.wireName().equals(wireName))
                .findFirst();
    }
}
