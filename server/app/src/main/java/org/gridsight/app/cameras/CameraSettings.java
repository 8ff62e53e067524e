package org.gridsight.app.cameras;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Bounds of the camera room; {@code application.yml} is the manual.
 *
 * @param networks CIDR blocks in which cameras may lie
 * @param key base64 of 32 bytes; blank: a file in the data directory
 * @param maxMaskedStreams cameras whose masks are painted into the moving picture at a time
 * @param keepSound whether live viewers hear the cameras; nothing else carries sound
 * @param keepWarm cameras that are read on without a viewer
 * @param maxFallbackStreams cameras that FFmpeg reads at a time because our own client does not understand them
 */
@ConfigurationProperties("gridsight.cameras")
record CameraSettings(
        List<String> networks,
        String key,
        Duration ticketLife,
        Duration linger,
        int maxViewers,
        int maxViewersPerPerson,
        int maxMaskedStreams,
        int maxFallbackStreams,
        boolean keepSound,
        List<String> keepWarm) {

    /** Each costs its bandwidth day and night, whether anybody looks or not. */
    private static final int MOST_WARM = 64;

    private static final Duration SHORTEST_TICKET = Duration.ofMinutes(5);

    CameraSettings {
        networks = List.copyOf(networks);
        keepWarm = List.copyOf(keepWarm).stream().distinct().toList();
        if (keepWarm.size() > MOST_WARM) {
            throw new IllegalArgumentException("gridsight.cameras.keep-warm names " + keepWarm.size()
                    + " cameras; at most " + MOST_WARM + " are kept warm: name fewer");
        }
        if (ticketLife.compareTo(SHORTEST_TICKET) < 0) {
            throw new IllegalArgumentException(
                    "gridsight.cameras.ticket-life must be at least 5m, was " + ticketLife + "; raise it");
        }
    }

    /** Without the key, so that it never gets into a log. */
    @Override
    public String toString() {
        return "CameraSettings " + networks;
    }
}
