package org.gridsight.media.gb28181;

/**
 * Where a moving device says it is.
 *
 * @param time as the device wrote it, its own clock
 */
public record DevicePosition(String deviceId, String channelId, String time, DevicePoint point) {}
