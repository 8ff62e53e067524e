package org.gridsight.media.gb28181;

import java.util.List;

/**
 * Whoever wants to know about the devices. Told in order by one thread that is not the station's: a slow answer delays other
 * events, never the devices. What it throws is counted and forgotten.
 */
public interface DeviceEvents {

    /** A device has signed in and was not online before. */
    void registered(Device device);

    /** A device has signed out, or three keepalives are missing. */
    void offline(Device device);

    /** What DeviceInfo said of maker, model and firmware. */
    default void described(Device device) {}

    /** What DeviceStatus said. */
    default void status(DeviceStatus status) {}

    /**
     * All channels of the device that are known now.
     *
     * @param complete false when the device promised more than it told: what is missing may still exist
     */
    void channels(String deviceId, List<Channel> channels, boolean complete);

    /** The device says that it no longer has this channel. */
    default void removed(String deviceId, String channelId) {}

    void alarm(Alarm alarm);

    void position(DevicePosition position);
}
