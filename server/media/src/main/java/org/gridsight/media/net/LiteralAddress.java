package org.gridsight.media.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that a peer writes in numbers; names are refused, as to look one up would hold up the thread of all devices. */
public final class LiteralAddress {

    private static final Pattern FOUR =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
    private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:][0-9a-fA-F:.]*");

    private LiteralAddress() {}

    /** The address; empty for a name and for numbers that are none. */
    public static Optional<InetAddress> of(String host) {
        boolean six = host.indexOf(':') >= 0 && SIX.matcher(host).matches();
        if (!six && !FOUR.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
