package org.gridsight.media.gb28181;

import java.util.Optional;

/** A direction that is stored in a camera under a number, and what the camera calls it. */
public record DevicePreset(int number, String name) implements Comparable<DevicePreset> {

    static Optional<DevicePreset> read(Element item) {
        int number = item.number("PresetID", 0);
        return number < 1 || number > 255
                ? Optional.empty()
                : Optional.of(new DevicePreset(number, SipText.cut(item.text("PresetName"), 100)));
    }

    @Override
    public int compareTo(DevicePreset other) {
        return number == other.number ? name.compareTo(other.name) : Integer.compare(number, other.number);
    }
}
