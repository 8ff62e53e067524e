package org.gridsight.app.cameras.devices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One device on the wire: no address, which stays inside the station, and no password.
 *
 * @param registered whether it has ever signed in; false for one that only has a password so far
 * @param version year of the edition of GB/T 28181 it speaks
 */
record DeviceView(
        String deviceId,
        boolean registered,
        boolean online,
        Optional<String> version,
        Optional<String> transport,
        Optional<Instant> registeredAt,
        Optional<Instant> lastSeen,
        Optional<Maker> maker,
        List<Channel> channels,
        boolean ownPassword) {

    /** What the device says of itself; each may be empty. */
    record Maker(String name, String model, String firmware) {}

    /** @param placed whether it is known where the camera stands */
    record Channel(String channelId, String name, String cameraId, boolean online, boolean placed) {}

    /** All devices, and what has to be entered in them. */
    record Answer(SignedInDevices.Station station, List<DeviceView> items) {}

    /** One that has a password and has not come yet. */
    static DeviceView expected(String deviceId) {
        return new DeviceView(
                deviceId,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true);
    }
}
