package org.gridsight.media.gb28181;

import java.util.Optional;

/**
 * An alarm of a device, in the numbers of GB/T 28181.
 *
 * @param channelId what rang: a channel, an alarm input or the device itself
 * @param priority 1 the gravest to 4, 0 not told
 * @param method 1 phone, 2 device, 3 SMS, 4 position, 5 video, 6 fault, 7 other, 0 not told
 * @param type meaning depends on the method, 0 not told
 * @param time as the device wrote it, its own clock
 */
public record Alarm(
        String deviceId,
        String channelId,
        int priority,
        int method,
        int type,
        String time,
        String description,
        Optional<DevicePoint> point) {}
