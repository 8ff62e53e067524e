package org.gridsight.media.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** A block of addresses in CIDR notation, such as {@code 10.0.0.0/8}; a bare address is a block of one. */
record AddressBlock(byte[] network, int bits) {

    static AddressBlock parse(String text) {
        int slash = text.indexOf('/');
        String address = (slash < 0 ? text : text.substring(0, slash)).strip();
        boolean four = address.matches("\\d{1,3}(\\.\\d{1,3}){3}");
        if (!four && !(address.matches("[0-9a-fA-F:.]+") && address.indexOf(':') >= 0)) {
            throw new IllegalArgumentException("an address block must look like 10.0.0.0/8 or fd00::/8, was " + text);
        }
        try {
            byte[] network = InetAddress.getByName(address).getAddress();
            int most = network.length * 8;
            int bits = slash < 0
                    ? most
                    : Integer.parseInt(text.substring(slash + 1).strip());
            if (bits < 0 || bits > most) {
                throw new IllegalArgumentException("a prefix must be from 0 to " + most + ", was " + bits);
            }
            return new AddressBlock(network, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException("no address block: " + text, e);
        }
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (address[i] != network[i]) {
                return false;
            }
        }
        int mask = 0xff00 >> bits % 8 & 0xff;
        return mask == 0 || (address[whole] & mask) == (network[whole] & mask);
    }

    /** Whether all of this block lies in the other. */
    boolean isWithin(AddressBlock other) {
        return bits >= other.bits && other.contains(network);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AddressBlock that && isWithin(that) && that.isWithin(this);
    }

    @Override
    public int hashCode() {
        return bits;
    }

    @Override
    public String toString() {
        return "AddressBlock[/" + bits + "]";
    }
}
