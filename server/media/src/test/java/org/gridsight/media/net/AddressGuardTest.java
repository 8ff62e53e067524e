package org.gridsight.media.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses may be called. */
class AddressGuardTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, address-loopback",
        "127.8.9.1, address-loopback",
        "127.1, address-loopback",
        "2130706433, address-loopback",
        "::1, address-loopback",
        "::ffff:127.0.0.1, address-loopback",
        "::127.0.0.1, address-loopback",
        "64:ff9b::7f00:1, address-loopback",
        "2002:7f00:1::5, address-loopback",
        "0.0.0.0, address-any",
        "::, address-any",
        "169.254.1.1, address-link-local",
        "fe80::1, address-link-local",
        "169.254.169.254, address-metadata",
        "100.100.100.200, address-metadata",
        "fd00:ec2::254, address-metadata",
        "239.1.2.3, address-multicast",
        "ff02::1, address-multicast",
        "255.255.255.255, address-reserved"
    })
    void refusesSpecialAddresses(String host, String code) {
        assertThat(code(new AddressGuard(List.of(), List.of()), host)).isEqualTo(code);
        assertThat(code(new AddressGuard(List.of("0.0.0.0/0", "::/0"), List.of()), host))
                .as("a wide list does not open them")
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7", "192.168.1.64", "172.16.9.9", "203.0.113.7", "fd12::7", "64:ff9b::a00:7"})
    void allowsOrdinaryAddresses(String host) {
        assertThat(code(new AddressGuard(List.of(), List.of()), host)).isEqualTo("allowed");
    }

    @Test
    void allowsOnlyWhatIsListed() {
        AddressGuard guard = new AddressGuard(List.of("10.20.0.0/15", "127.0.0.0/8"), List.of("10.21.5.5"));
        assertThat(code(guard, "10.21.9.9")).isEqualTo("allowed");
        assertThat(code(guard, "127.0.0.1")).isEqualTo("allowed");
        assertThat(code(guard, "10.22.0.1")).isEqualTo("address-not-listed");
        assertThat(code(guard, "10.21.5.5")).as("the database").isEqualTo("address-refused");
        assertThat(code(guard, "169.254.169.254")).isEqualTo("address-metadata");
        assertThat(guard.allows(InetAddress.getLoopbackAddress())).isTrue();
    }

    @Test
    void handsBackTheAddressItChecked() throws RefusedAddress {
        AtomicInteger asked = new AtomicInteger();
        AddressGuard guard = new AddressGuard(List.of(), List.of(), host -> {
            // a name that changes its mind between check and use
            return new InetAddress[] {address(asked.getAndIncrement() == 0 ? "10.1.1.1" : "127.0.0.1")};
        });
        assertThat(guard.check("camera.example", 554).getAddress().getHostAddress())
                .isEqualTo("10.1.1.1");
        assertThat(asked).hasValue(1);
        assertThat(code(guard, "camera.example")).isEqualTo("address-loopback");
    }

    @Test
    void passesOverTheBadAddressesOfAName() throws RefusedAddress {
        AddressGuard guard = new AddressGuard(
                List.of(), List.of(), host -> new InetAddress[] {address("fe80::1"), address("10.1.1.1")});
        assertThat(guard.check("camera.example", 554).getAddress()).isEqualTo(address("10.1.1.1"));
    }

    @Test
    void namesAnUnknownName() {
        AddressGuard guard = new AddressGuard(List.of(), List.of(), host -> {
            throw new UnknownHostException(host);
        });
        assertThat(code(guard, "nowhere.example")).isEqualTo("address-unresolved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost/8", "10.0.0.0/33", "10.0.0/8", "::/129", "10.0.0.0/x", "999.1.1.1", ""})
    void refusesBlocksThatAreNone(String block) {
        assertThatThrownBy(() -> new AddressGuard(List.of(block), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String code(AddressGuard guard, String host) {
        RefusedAddress refused = catchThrowableOfType(RefusedAddress.class, () -> guard.check(host, 554));
        if (refused == null) {
            return "allowed";
        }
        assertThat(refused).hasMessageNotContaining(host);
        return refused.fault().code();
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"recorder.invalid", "localhost", "256.1.1.1", "1.2.3", ".:1", "", "fe80::x"})
    void takesNoNamesFromPeers(String host) {
        assertThat(LiteralAddress.of(host)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.20.30.255", "::1", "fd00::5"})
    void takesNumbersFromPeers(String host) throws UnknownHostException {
        assertThat(LiteralAddress.of(host)).contains(InetAddress.getByName(host));
    }
}
