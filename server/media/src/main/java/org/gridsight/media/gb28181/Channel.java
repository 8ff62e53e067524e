package org.gridsight.media.gb28181;

import java.util.Optional;

/**
 * One item of a device's catalogue.
 *
 * @param id as the device names it; usually 20 digits, not always
 * @param video whether it can be asked for pictures; the others are folders, alarm inputs or sound
 * @param online false when the device says OFF; a device that says nothing counts as on
 * @param ptzType 1 dome, 2 half dome, 3 fixed, 4 remote fixed, 0 not told (GB/T 28181 annex A)
 * @param direction 1 E, 2 W, 3 S, 4 N, 5 SE, 6 NE, 7 SW, 8 NW, 0 not told
 */
public record Channel(
        String id,
        String name,
        String parentId,
        String civilCode,
        String manufacturer,
        boolean video,
        boolean online,
        int ptzType,
        int direction,
        Optional<DevicePoint> point) {}
