package org.gridsight.media.gb28181;

/**
 * What a device says of its health.
 *
 * @param working whether it says that it works as it should
 * @param recording whether it says that it records
 * @param deviceTime its own clock as it wrote it; empty when not told
 */
public record DeviceStatus(String deviceId, boolean working, boolean recording, String deviceTime) {}
