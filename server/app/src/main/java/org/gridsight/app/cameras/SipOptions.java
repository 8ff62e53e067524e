package org.gridsight.app.cameras;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Predicate;
import org.gridsight.media.gb28181.SipSettings;
import org.gridsight.media.gb28181.SipTimes;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The GB/T 28181 side; {@code application.yml} is the manual.
 *
 * @param password devices must prove it; blank: the whole side is off
 * @param address put into SDP and Contact; blank: this machine's first address in a network
 * @param rtpPorts first and last port on which pictures arrive, such as 30000-30500
 */
@ConfigurationProperties("gridsight.sip")
record SipOptions(int port, String id, String domain, String password, String bind, String address, String rtpPorts) {

    boolean isOn() {
        return !password.isBlank();
    }

    SipSettings settings(Predicate<InetSocketAddress> mayConnect) {
        String[] ports = rtpPorts.strip().split("-", -1);
        if (ports.length != 2 || !ports[0].matches("\\d{1,5}") || !ports[1].matches("\\d{1,5}")) {
            throw new IllegalArgumentException(
                    "GRIDSIGHT_RTP_PORTS must be two ports such as 30000-30500, was " + rtpPorts);
        }
        return new SipSettings(
                id,
                domain,
                bind,
                reachedAt(),
                port,
                Integer.parseInt(ports[0]),
                Integer.parseInt(ports[1]),
                mayConnect,
                SipTimes.defaults());
    }

    /** Where devices find us. */
    String reachedAt() {
        return address.isBlank() ? ownAddress() : address;
    }

    private static String ownAddress() {
        try {
            return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                    .flatMap(card -> Collections.list(card.getInetAddresses()).stream())
                    .filter(own -> own instanceof Inet4Address && !own.isLoopbackAddress())
                    .map(InetAddress::getHostAddress)
                    .min(String::compareTo)
                    .orElse("127.0.0.1");
        } catch (SocketException e) {
            throw new IllegalStateException("set GRIDSIGHT_SIP_ADDRESS: this machine does not tell its addresses", e);
        }
    }

    /** Without the password, so that it never gets into a log. */
    @Override
    public String toString() {
        return "SipOptions port " + port + ", id " + id;
    }

    /** The password for whoever signs in, while the side is on. */
    Optional<String> secret() {
        return isOn() ? Optional.of(password) : Optional.empty();
    }
}
