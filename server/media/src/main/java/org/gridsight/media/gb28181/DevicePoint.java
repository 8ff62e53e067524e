package org.gridsight.media.gb28181;

import java.util.Optional;

/** A position as a device gave it, in degrees; which datum it means, only the owner of the device knows. */
public record DevicePoint(double longitude, double latitude) {

    /** The point, unless it is missing, zero or nowhere on Earth: devices send 0, 0 when they do not know. */
    static Optional<DevicePoint> parse(String longitude, String latitude) {
        try {
            double x = Double.parseDouble(longitude.trim());
            double y = Double.parseDouble(latitude.trim());
            boolean real = Math.abs(x) <= 180 && Math.abs(y) <= 90 && (x != 0 || y != 0);
            return real ? Optional.of(new DevicePoint(x, y)) : Optional.empty();
        } catch (NumberFormatException notNumbers) {
            return Optional.empty();
        }
    }
}
