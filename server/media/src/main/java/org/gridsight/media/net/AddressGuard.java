package org.gridsight.media.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Says which addresses the product may call for a picture. A name is resolved once and the checked address is handed back, so
 * that what was checked is what is connected. Resolving may block: never ask it in an event loop.
 *
 * <p>With no allowed blocks every ordinary address may be called; with some, only those. Special addresses (this machine,
 * links, cloud metadata, many receivers) need a block of their own kind: {@code 0.0.0.0/0} does not open {@code 127.0.0.1}.
 */
public final class AddressGuard {

    /** Finds the addresses of a name; a test has its own. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private record Special(String code, String detail, List<AddressBlock> blocks) {

        static Special of(String code, String detail, String... blocks) {
            return new Special(
                    code, detail, Arrays.stream(blocks).map(AddressBlock::parse).toList());
        }
    }

    private static final List<Special> SPECIALS = List.of(
            Special.of(
                    "address-metadata",
                    "the address of a cloud's metadata service",
                    "169.254.169.254",
                    "169.254.170.2",
                    "100.100.100.200",
                    "192.0.0.192",
                    "168.63.129.16",
                    "fd00:ec2::254",
                    "fd20:ce::254"),
            Special.of("address-loopback", "an address of this machine itself", "127.0.0.0/8", "::1"),
            Special.of("address-any", "an address that names no host", "0.0.0.0/8", "::"),
            Special.of("address-link-local", "an address of a single link", "169.254.0.0/16", "fe80::/10"),
            Special.of("address-multicast", "an address of many receivers", "224.0.0.0/4", "ff00::/8"),
            Special.of("address-reserved", "an address no host may have", "240.0.0.0/4"));

    /** IPv6 addresses that carry an IPv4 address in their last bytes: compatible, NAT64. */
    private static final List<AddressBlock> CARRIERS =
            List.of(AddressBlock.parse("::/96"), AddressBlock.parse("64:ff9b::/96"));

    private static final AddressBlock SIX_TO_FOUR = AddressBlock.parse("2002::/16");

    private final List<AddressBlock> allowed;
    private final List<AddressBlock> refused;
    private final Resolver resolver;

    /**
     * @param allowed blocks that may be called; none for every ordinary address
     * @param refused blocks that may never be called, such as the database's; they win
     */
    public AddressGuard(List<String> allowed, List<String> refused) {
        this(allowed, refused, InetAddress::getAllByName);
    }

    AddressGuard(List<String> allowed, List<String> refused, Resolver resolver) {
        this.allowed = allowed.stream().map(AddressBlock::parse).toList();
        this.refused = refused.stream().map(AddressBlock::parse).toList();
        this.resolver = resolver;
    }

    /** Where to connect for this address, now. */
    public InetSocketAddress check(CameraUrl url) throws RefusedAddress {
        return check(url.host(), url.port());
    }

    /** Resolves a host and hands back its first address that may be called. */
    public InetSocketAddress check(String host, int port) throws RefusedAddress {
        InetAddress[] found;
        try {
            found = resolver.resolve(host);
        } catch (UnknownHostException e) {
            throw new RefusedAddress("address-unresolved", "the name has no address");
        }
        Optional<RefusedAddress> first = Optional.empty();
        for (InetAddress address : found) {
            Optional<RefusedAddress> refusal = refusal(address);
            if (refusal.isEmpty()) {
                return new InetSocketAddress(address, port);
            }
            first = first.or(() -> refusal);
        }
        throw first.orElseGet(() -> new RefusedAddress("address-unresolved", "the name has no address"));
    }

    /** Whether an address may be called. */
    public boolean allows(InetAddress address) {
        return refusal(address).isEmpty();
    }

    private Optional<RefusedAddress> refusal(InetAddress address) {
        byte[] bytes = address.getAddress();
        Optional<RefusedAddress> own = refusal(bytes);
        return own.isPresent() ? own : carried(bytes).flatMap(this::specialRefusal);
    }

    private Optional<RefusedAddress> refusal(byte[] address) {
        Optional<RefusedAddress> special = specialRefusal(address);
        if (special.isPresent() || allowed.isEmpty()) {
            return special;
        }
        return allowed.stream().anyMatch(block -> block.contains(address))
                ? Optional.empty()
                : Optional.of(
                        new RefusedAddress("address-not-listed", "the address is not on the list of allowed ones"));
    }

    private Optional<RefusedAddress> specialRefusal(byte[] address) {
        if (refused.stream().anyMatch(block -> block.contains(address))) {
            return Optional.of(new RefusedAddress("address-refused", "the address is on the list of refused ones"));
        }
        for (Special special : SPECIALS) {
            for (AddressBlock block : special.blocks()) {
                if (block.contains(address) && !isListed(address, block)) {
                    return Optional.of(new RefusedAddress(special.code(), special.detail()));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isListed(byte[] address, AddressBlock special) {
        return allowed.stream().anyMatch(block -> block.contains(address) && block.isWithin(special));
    }

    /** The IPv4 address inside an IPv6 one. */
    private static Optional<byte[]> carried(byte[] address) {
        if (CARRIERS.stream().anyMatch(block -> block.contains(address))) {
            return Optional.of(Arrays.copyOfRange(address, 12, 16));
        }
        return SIX_TO_FOUR.contains(address) ? Optional.of(Arrays.copyOfRange(address, 2, 6)) : Optional.empty();
    }
}
