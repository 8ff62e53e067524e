package org.gridsight.media.gb28181;

import java.util.Optional;

/** Knows which password a device must prove. Asked for each sign-in, on the thread of the station: answer from memory. */
@FunctionalInterface
public interface DeviceSecrets {

    /** The device's own password, or the common one; empty: this device may not sign in at all. */
    Optional<String> passwordOf(String deviceId);
}
