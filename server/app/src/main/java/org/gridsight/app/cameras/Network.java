package org.gridsight.app.cameras;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A block of addresses in CIDR notation. Loopback and link-local addresses lie only in a block that is itself one of them. */
record Network(InetAddress base, int bits) {

    static Network parse(String cidr) {
        String[] parts = cidr.strip().split("/", -1);
        // digits, dots, colons only: a name would be asked of a name server
        if (parts.length > 2 || !parts[0].matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
            throw unreadable(cidr);
        }
        try {
            InetAddress base = InetAddress.getByName(parts[0]);
            int most = base.getAddress().length * Byte.SIZE;
            int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > most) {
                throw unreadable(cidr);
            }
            return new Network(base, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            throw unreadable(cidr);
        }
    }

    private static IllegalArgumentException unreadable(String cidr) {
        return new IllegalArgumentException(
                "GRIDSIGHT_CAMERA_NETWORKS must list blocks such as 192.168.0.0/16, was " + cidr);
    }

    boolean contains(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        boolean special = address.isLoopbackAddress() && !base.isLoopbackAddress()
                || address.isLinkLocalAddress() && !base.isLinkLocalAddress();
        return !special && sameBits(address.getAddress(), base.getAddress());
    }

    private boolean sameBits(byte[] one, byte[] other) {
        if (one.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((one[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
