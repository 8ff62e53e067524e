package org.gridsight.app.cameras;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What devices last told of their own clocks, and when by ours. Memory only; thread-safe. */
@Component
class DeviceClocks {

    /**
     * One telling.
     *
     * @param deviceTime as the device wrote it
     */
    record Told(String deviceTime, Instant at) {}

    private final Map<String, Told> latest = new ConcurrentHashMap<>();

    /** Called for devices that have signed in only, so there are as many as of them. */
    void told(String deviceId, Told told) {
        if (!told.deviceTime().isBlank()) {
            latest.put(deviceId, told);
        }
    }

    Optional<Told> find(String deviceId) {
        return Optional.ofNullable(latest.get(deviceId));
    }
}
