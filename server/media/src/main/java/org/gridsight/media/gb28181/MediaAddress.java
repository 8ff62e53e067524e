package org.gridsight.media.gb28181;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Predicate;
import org.gridsight.media.net.LiteralAddress;

/** Where a device that wants to be called has its pictures, where that may be called: what it names may be a port of our own. */
final class MediaAddress {

    /** Below it live the services of a machine, never its pictures. */
    private static final int FIRST_PORT = 1_024;

    private MediaAddress() {}

    /** Empty where it names none, or one that is refused, which is counted. A missing host is the one it signs in from. */
    static Optional<InetSocketAddress> of(
            Sdp.Told told, Peer device, Predicate<InetSocketAddress> mayConnect, Faults faults) {
        if (told.port() == 0) {
            return Optional.empty();
        }
        Optional<InetAddress> address = LiteralAddress.of(told.host().orElse(device.host()));
        if (address.isEmpty()) {
            faults.count("gb-media-address-name");
            return Optional.empty();
        }
        InetSocketAddress target = new InetSocketAddress(address.get(), told.port());
        if (target.getPort() < FIRST_PORT || !mayConnect.test(target)) {
            faults.count("gb-media-address-refused");
            return Optional.empty();
        }
        return Optional.of(target);
    }
}
