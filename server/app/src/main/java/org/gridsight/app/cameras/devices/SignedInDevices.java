package org.gridsight.app.cameras.devices;

import java.util.Optional;
import org.gridsight.media.gb28181.Device;

/** What the running GB/T 28181 side knows and can be told. */
public interface SignedInDevices {

    /**
     * What has to be entered in a device so that it finds us.
     *
     * @param on whether devices may sign in at all; off until a common password is set
     */
    record Station(boolean on, String id, String domain, String address, int port) {}

    Station station();

    /** As of now; empty when it has not signed in since the start. */
    Optional<Device> findDevice(String deviceId);

    /** From now on it is nobody until it proves its password again. */
    void signOut(String deviceId);
}
