package org.gridsight.media.gb28181;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.gridsight.media.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterTest {

    private static final String ID = "34020000001320000001";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void signsADeviceInAndOut(boolean tcp) throws IOException {
        try (Station station = new Station();
                SimDevice device = new SimDevice(ID, station.port, tcp)) {
            assertThat(device.register(Station.PASSWORD, 3600)).isEqualTo(200);
            Await.until("registered", () -> station.told.contains("registered " + ID));
            assertThat(station.sip.findDevice(ID).orElseThrow().online()).isTrue();
            assertThat(station.sip.findDevice(ID).orElseThrow().overTcp()).isEqualTo(tcp);
            assertThat(station.sip.findDevice(ID).orElseThrow().version()).isEqualTo("3.0");
            assertThat(device.keepalive()).isEqualTo(200);

            assertThat(device.register(Station.PASSWORD, 0)).isEqualTo(200);
            Await.until("offline", () -> station.told.contains("offline " + ID));
            assertThat(device.keepalive()).isEqualTo(403);
        }
    }

    @Test
    void tellsTheLocalTimeAsTheStandardWritesIt() throws IOException {
        try (Station station = new Station();
                SimDevice device = new SimDevice(ID, station.port, false)) {
            device.register(Station.PASSWORD, 3600);
            SipMessage good = device.heard.stream()
                    .filter(message -> message.status() == 200)
                    .findFirst()
                    .orElseThrow();
            assertThat(good.header("Date")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
            assertThat(good.header("Expires")).isEqualTo("3600");
        }
    }

    @Test
    void refusesAWrongPasswordAndCountsIt() throws IOException {
        try (Station station = new Station();
                SimDevice device = new SimDevice(ID, station.port, false)) {
            assertThat(device.register("wrong", 3600)).isEqualTo(403);
            assertThat(station.faults("gb-register-refused")).isEqualTo(1);
            assertThat(device.keepalive()).isEqualTo(403);
            assertThat(station.sip.devices()).isEmpty();
        }
    }

    @Test
    void refusesADeviceWithoutASecret() throws IOException {
        try (Station station = new Station();
                SimDevice device = new SimDevice("04020000001320000001", station.port, false)) {
            assertThat(device.register(Station.PASSWORD, 3600)).isEqualTo(403);
        }
    }

    @Test
    void answersANonceOfTheDevicesOwnWithOurs() throws IOException {
        try (Station station = new Station();
                SimDevice device = new SimDevice(ID, station.port, false)) {
            String invented = "0123456789abcdef0123456789abcdef01234567";
            device.send(device.registerText(device.authorizationFor(invented, Station.PASSWORD), 3600));
            Await.until("the challenge", () -> device.heard.stream().anyMatch(message -> message.status() == 401));
            assertThat(station.sip.devices()).isEmpty();
            String challenge = device.heard.get(0).header("WWW-Authenticate");
            assertThat(challenge).contains("realm=\"" + SimDevice.DOMAIN + "\"").doesNotContain(invented);
            device.send(device.registerText(device.authorization(challenge, Station.PASSWORD), 3600));
            Await.until("registered", () -> station.told.contains("registered " + ID));
        }
    }

    @Test
    void answersANonceMadeForAnotherHostWithANewOne() {
        Nonces nonces = new Nonces(Duration.ofMinutes(5));
        String nonce = nonces.next("10.0.0.1");
        assertThat(nonces.isOurs(nonce, "10.0.0.1")).isTrue();
        assertThat(nonces.isFresh(nonce)).isTrue();
        assertThat(nonces.isOurs(nonce, "10.0.0.2")).isFalse();
        assertThat(new Nonces(Duration.ofMinutes(5)).isOurs(nonce, "10.0.0.1")).isFalse();
        Nonces expired = new Nonces(Duration.ofNanos(-1));
        assertThat(expired.isFresh(expired.next("10.0.0.1"))).isFalse();
    }

    @Test
    void callsASilentDeviceOfflineAndTakesItBack() throws IOException {
        try (Station station = new Station(times -> new SipTimes(
                        Duration.ofMillis(100),
                        3,
                        times.answer(),
                        times.packet(),
                        times.keyframe(),
                        times.silence(),
                        times.catalogue()));
                SimDevice device = new SimDevice(ID, station.port, false)) {
            device.register(Station.PASSWORD, 3600);
            Await.until("offline", () -> station.told.contains("offline " + ID));
            assertThat(device.keepalive()).isEqualTo(403);
            assertThat(station.faults("gb-keepalive-missed")).isPositive();
            station.told.clear();
            device.register(Station.PASSWORD, 3600);
            Await.until("registered again", () -> station.told.contains("registered " + ID));
        }
    }

    @Test
    void followsAKeepaliveThroughAnotherPortOfTheRouter() throws IOException {
        try (Station station = new Station();
                SimDevice before = new SimDevice(ID, station.port, false);
                SimDevice after = new SimDevice(ID, station.port, false)) {
            before.register(Station.PASSWORD, 3600);
            before.awaitRequest("MESSAGE", "<CmdType>Catalog</CmdType>");
            assertThat(after.keepalive()).isEqualTo(200);
            station.sip.askStatus(ID);
            after.awaitRequest("MESSAGE", "<CmdType>DeviceStatus</CmdType>");
            assertThat(before.requests("MESSAGE", "DeviceStatus")).isEmpty();
        }
    }

    @Test
    void asksADeviceThatSignedInForAllItHas() throws IOException {
        try (Station station = new Station();
                SimDevice device = new SimDevice(ID, station.port, false)) {
            device.register(Station.PASSWORD, 3600);
            device.awaitRequest("MESSAGE", "<CmdType>DeviceInfo</CmdType>");
            device.awaitRequest("MESSAGE", "<CmdType>Catalog</CmdType>");
            device.awaitRequest("SUBSCRIBE", "<CmdType>Catalog</CmdType>");
            device.awaitRequest("SUBSCRIBE", "<CmdType>Alarm</CmdType>");
            device.awaitRequest("SUBSCRIBE", "<CmdType>MobilePosition</CmdType>");
        }
    }

    @Test
    void keepsSecretsOutOfWhatItPrints() throws IOException {
        try (Station station = new Station();
                SimDevice device = new SimDevice(ID, station.port, false)) {
            device.register(Station.PASSWORD, 3600);
            assertThat(station.sip.devices().toString() + station.sip.faults() + station.told)
                    .doesNotContain(Station.PASSWORD)
                    .doesNotContain("127.0.0.1");
        }
    }

    @Test
    void wantsThePasswordAgainFromADeviceItWasToldToSignOut() throws IOException {
        try (Station station = new Station();
                SimDevice device = new SimDevice(ID, station.port, false)) {
            assertThat(device.register(Station.PASSWORD, 3600)).isEqualTo(200);
            station.sip.signOut(ID);
            Await.until("offline", () -> station.told.contains("offline " + ID));
            assertThat(device.keepalive()).isEqualTo(403);
            assertThat(device.register(Station.PASSWORD, 3600)).isEqualTo(200);
            assertThat(device.keepalive()).isEqualTo(200);
        }
    }
}
