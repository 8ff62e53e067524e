package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.Role;
import org.gridsight.app.testing.Town;
import org.gridsight.media.Await;
import org.gridsight.media.gb28181.Channel;
import org.gridsight.media.gb28181.SimDevice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Which password lets a GB/T 28181 device in, asked over real sockets on every database; and what is listed of it. */
abstract class DevicePasswordsContract extends CameraTown {

    private static final String DEVICES = "/api/cameras/devices";
    private static final String DEVICE = "34020000001180000071";
    private static final String CHANNEL = "34020000001320000071";
    private static final String COMMON = "Common-Word-1";
    private static final String OWN = "Own-Word-of-71";

    @Autowired
    private GbStation station;

    @Autowired
    private SipOptions options;

    @Autowired
    private Catalogue catalogue;

    private int sip;

    @BeforeEach
    void openThePort() throws IOException {
        station.destroy();
        for (int tries = 0; tries < 20 && !station.station().on(); tries++) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                sip = free.getLocalPort();
            }
            station.begin(new SipOptions(
                    sip, SimDevice.STATION, SimDevice.DOMAIN, COMMON, "127.0.0.1", "127.0.0.1", options.rtpPorts()));
        }
        assertThat(station.station().on()).isTrue();
    }

    @AfterEach
    void closeThePort() {
        video.put(DEVICES + "/" + DEVICE + "/password", Map.of("password", "")).expect(204);
        station.destroy();
    }

    private JsonNode listed() {
        for (JsonNode item : video.get(DEVICES).expect(200).json().path("items")) {
            if (item.path("deviceId").asString().equals(DEVICE)) {
                return item;
            }
        }
        return video.get(DEVICES).json().path("nothing");
    }

    private void awaitOnline(boolean wanted) {
        Await.until("online " + wanted, () -> listed().path("online").asBoolean(!wanted) == wanted);
    }

    private void setPassword(String password) {
        video.put(DEVICES + "/" + DEVICE + "/password", Map.of("password", password))
                .expect(204);
    }

    @Test
    void aPasswordOfItsOwnShutsTheCommonOneOut() throws IOException {
        try (SimDevice device = new SimDevice(DEVICE, sip, true)) {
            assertThat(device.register(COMMON, 3600)).isEqualTo(200);
            awaitOnline(true);
            assertThat(listed().path("ownPassword").asBoolean()).isFalse();
            assertThat(listed().path("version").asString()).isEqualTo("2022");
            assertThat(listed().path("transport").asString()).isEqualTo("TCP");
            assertThat(listed().path("lastSeen").isString()).isTrue();

            setPassword(OWN);
            // what it was let in with no longer counts
            awaitOnline(false);
            assertThat(device.keepalive()).isEqualTo(403);
            assertThat(device.register(COMMON, 3600)).isEqualTo(403);
            assertThat(device.register(OWN, 3600)).isEqualTo(200);
            awaitOnline(true);
            assertThat(listed().path("ownPassword").asBoolean()).isTrue();

            setPassword(" ");
            awaitOnline(false);
            assertThat(device.register(OWN, 3600)).isEqualTo(403);
            assertThat(device.register(COMMON, 3600)).isEqualTo(200);
        }
    }

    @Test
    void aPasswordGoesInAndNeverComesOut() {
        setPassword(OWN);
        assertThat(video.get(DEVICES).text()).doesNotContain(OWN).doesNotContain(COMMON);
        String kept = jdbc.sql("select sealed from cameras.device_password where device_id = ?")
                .param(DEVICE)
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain(OWN);
        List<String> records = jdbc.sql("select details from audit.record where subject = ?")
                .param("device/" + DEVICE)
                .query(String.class)
                .list();
        assertThat(records).isNotEmpty().noneMatch(details -> details.contains(OWN));
        // it may be entered before the device comes for the first time
        assertThat(listed().path("registered").asBoolean()).isFalse();
        assertThat(listed().path("ownPassword").asBoolean()).isTrue();
    }

    @Test
    void onlyTheVideoManagerOfTheWholePlaceMaySetOne() {
        Map<String, String> body = Map.of("password", OWN);
        String path = DEVICES + "/" + DEVICE + "/password";
        assertThat(duty.put(path, body).status()).isEqualTo(403);
        assertThat(person(Role.VIDEO_MANAGER, Town.CODE + "201").put(path, body).status())
                .isEqualTo(403);
        assertThat(faulty(video.put(DEVICES + "/12ab/password", Map.of("password", "short"))))
                .containsExactlyInAnyOrder("deviceId", "password");
    }

    @Test
    void aChannelWithoutPositionIsListedAndStandsWhereAPersonPutsIt() throws IOException {
        Channel told = new Channel(CHANNEL, "桥头球机", DEVICE, "", "", true, true, 1, 0, Optional.empty());
        try (SimDevice device = new SimDevice(DEVICE, sip, true)) {
            assertThat(device.register(COMMON, 3600)).isEqualTo(200);
            awaitOnline(true);
            catalogue.take(DEVICE, List.of(told), true);
            JsonNode channel = listed().path("channels").get(0);
            assertThat(channel.path("name").asString()).isEqualTo("桥头球机");
            assertThat(channel.path("placed").asBoolean()).isFalse();
            assertThat(channel.path("online").asBoolean()).isTrue();

            JsonNode before = details();
            assertThat(before.path("placedBy").asString()).isEqualTo("CATALOGUE");
            assertThat(before.path("device").path("deviceId").asString()).isEqualTo(DEVICE);
            Map<String, Object> place = Map.of("type", "Point", "coordinates", List.of(117.93, 35.83));
            video.patch(
                            "/api/cameras/" + CHANNEL,
                            Map.of("version", before.path("version").asLong(), "location", place))
                    .expect(200);
            catalogue.take(DEVICE, List.of(told), true);
            assertThat(listed().path("channels").get(0).path("placed").asBoolean())
                    .isTrue();
            assertThat(details().path("placedBy").asString()).isEqualTo("GIVEN");
            assertThat(details().path("properties").path("gridCode").asString()).isEqualTo(Town.CODE + "202002");
        }
    }

    private JsonNode details() {
        return video.get("/api/cameras/" + CHANNEL + "/details").expect(200).json();
    }

    @Test
    void theDetailsOfACameraTellItsMasksAndNoAddress() {
        Map<String, Object> body = camera();
        body.put("masks", List.of(List.of(List.of(0, 0), List.of(0.5, 0), List.of(0.5, 0.25))));
        String id = enter(body);
        String details =
                video.get("/api/cameras/" + id + "/details").expect(200).text();
        assertThat(details).contains("[[[0.0,0.0],[0.5,0.0],[0.5,0.25]]]").contains("\"stream\":true");
        assertThat(details).doesNotContain("10.9.8.7").doesNotContain("kamera-nutzer");
        assertThat(details).doesNotContain(SECRET);
        assertThat(duty.get("/api/cameras/" + id + "/details").status()).isEqualTo(403);
    }
}
