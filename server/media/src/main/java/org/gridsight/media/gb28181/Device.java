package org.gridsight.media.gb28181;

import java.time.Instant;

/**
 * A recorder, camera or lower platform that has signed in. Carries no network address: those stay inside the station.
 *
 * @param version the device's {@code X-GB-Ver}, {@code 2.0} (the 2016 text) when it did not say
 * @param overTcp whether it signals over TCP
 * @param manufacturer empty until DeviceInfo has come; so are model and firmware
 */
public record Device(
        String id,
        boolean online,
        String version,
        boolean overTcp,
        Instant registeredAt,
        Instant seenAt,
        String manufacturer,
        String model,
        String firmware) {}
