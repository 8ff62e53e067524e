package org.gridsight.media.gb28181;

import java.net.InetSocketAddress;
import java.util.function.Predicate;

/**
 * Who the station is and where it is found. Holds no password.
 *
 * @param id the station's own 20-digit id
 * @param domain the SIP domain, also the realm of the digest
 * @param bindAddress the local address to listen on, {@code 0.0.0.0} for all
 * @param address what is written into SDP and Contact: the address that devices reach; one of this machine or its router
 * @param port SIP over UDP and TCP
 * @param firstMediaPort first of the ports on which pictures arrive
 * @param lastMediaPort last of them
 * @param mayConnect whether we may open a connection there when a device asks for it (TCP active), its own host included
 * @param times the station's patience
 */
public record SipSettings(
        String id,
        String domain,
        String bindAddress,
        String address,
        int port,
        int firstMediaPort,
        int lastMediaPort,
        Predicate<InetSocketAddress> mayConnect,
        SipTimes times) {

    public SipSettings {
        if (id.isBlank() || domain.isBlank()) {
            throw new IllegalArgumentException("the SIP id and domain must not be empty");
        }
        if (firstMediaPort < 1 || lastMediaPort > 65_535 || firstMediaPort > lastMediaPort) {
            throw new IllegalArgumentException(
                    "media ports must be a range within 1-65535, were " + firstMediaPort + "-" + lastMediaPort);
        }
    }
}
