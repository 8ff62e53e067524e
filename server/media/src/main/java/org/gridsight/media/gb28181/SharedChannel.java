package org.gridsight.media.gb28181;

import java.util.Optional;

/**
 * One camera as an upper platform is told of it.
 *
 * @param id the 20 digits it has there
 * @param ptzType 1 dome, 3 fixed, 0 not told (GB/T 28181 annex A)
 */
public record SharedChannel(String id, String name, boolean online, int ptzType, Optional<DevicePoint> point) {}
