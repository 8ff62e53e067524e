package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.gridsight.app.testing.EmbeddedTown;
import org.gridsight.app.testing.Town;
import org.gridsight.media.gb28181.MediaTransport;
import org.gridsight.media.gb28181.PlayingDevice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A GB/T 28181 device through the whole product: signs in, becomes a camera, plays, turns, is let go. */
@EmbeddedTown
class DevicePicturesTest extends CameraTown {

    private static final String PASSWORD = "Geraete-Passwort-9";
    private static final String CAMERA = PlayingDevice.CHANNEL;

    @Autowired
    private GbStation station;

    @Autowired
    private MediaEngine engine;

    private int sipPort;

    @BeforeEach
    void openStation() throws IOException {
        // another program may take a free port before we do
        for (int tries = 0; tries < 20 && !station.isOpen(); tries++) {
            sipPort = freePort();
            station.begin(new SipOptions(
                    sipPort, "34020000002000000001", "3402000000", PASSWORD, "127.0.0.1", "127.0.0.1", "20000-29999"));
        }
        assertThat(station.isOpen()).isTrue();
    }

    @AfterEach
    void closeStation() {
        engine.hubs().remove(CAMERA);
        engine.hubs().remove(CameraSources.subOf(CAMERA));
        station.destroy();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private JsonNode awaitCamera() {
        return await().atMost(PictureSocket.LIMIT).until(this::seen, found -> !found.isMissingNode());
    }

    private JsonNode seen() {
        for (JsonNode feature : duty.get("/api/cameras").expect(200).json().path("features")) {
            if (feature.path("id").asString().equals(CAMERA)) {
                return feature;
            }
        }
        return tools.jackson.databind.node.MissingNode.getInstance();
    }

    /** Signs in, waits for the channel and says how its pictures shall come. */
    private void appear(PlayingDevice device, MediaTransport transport) {
        assertThat(device.register("falsch", 3_600)).isEqualTo(403);
        assertThat(device.register(PASSWORD, 3_600)).isEqualTo(200);
        JsonNode seen = awaitCamera();
        assertThat(seen.path("properties").path("name").asString()).isEqualTo("东桥球机");
        assertThat(seen.path("properties").path("status").asString()).isEqualTo("ONLINE");
        assertThat(seen.path("properties").path("kind").asString()).isEqualTo("PTZ");
        assertThat(seen.path("properties").path("gridCode").asString()).isEqualTo(Town.CODE + "201001");
        long version = seen.path("properties").path("version").asLong();
        video.patch("/api/cameras/" + CAMERA, Map.of("version", version, "transport", transport.name()))
                .expect(200);
    }

    private PictureSocket watch(String ticket) {
        return PictureSocket.open(
                port, "/media/cameras/" + CAMERA + "/live?ticket=" + ticket, duty.createToken("player"));
    }

    @ParameterizedTest
    @EnumSource(
            value = MediaTransport.class,
            names = {"TCP_PASSIVE", "UDP"})
    void playsTurnsAndIsLetGo(MediaTransport transport) throws IOException {
        try (PlayingDevice device = new PlayingDevice(sipPort, transport == MediaTransport.UDP)) {
            appear(device, transport);
            String ticket = ticket(duty, CAMERA);
            assertThat(device.invites()).isZero();
            try (PictureSocket socket = watch(ticket)) {
                List<Integer> numbers = socket.awaitNumbers(25);
                assertThat(numbers).doesNotHaveDuplicates().isSorted();
                assertThat(numbers.get(0) % 10).as("begins with a key picture").isZero();
                assertThat(socket.await(3).get(0)).contains("avc1.");

                duty.post("/api/cameras/" + CAMERA + "/ptz", Map.of("ticket", ticket, "pan", 1, "seconds", 0.2))
                        .expect(204);
                // to the right at full speed, then the stop, and once more in case it was lost
                await().atMost(PictureSocket.LIMIT).until(() -> device.turns().size() >= 3);
                assertThat(device.turns()).containsExactly("A50F0101FF0000B5", "A50F0100000000B5", "A50F0100000000B5");
            }
            // one for each INVITE: a busy machine may have needed more than one
            await().atMost(PictureSocket.LIMIT).until(() -> device.byes() > 0 && device.byes() == device.invites());
            assertThat(diagnosis().path("steps").findValuesAsString("step"))
                    .containsExactly(
                            "registered", "invited", "answered", "first-packet", "first-keyframe", "first-fragment");
            device.register(PASSWORD, 0);
            await().atMost(PictureSocket.LIMIT)
                    .until(() ->
                            seen().path("properties").path("status").asString().equals("OFFLINE"));
        }
    }

    @Test
    void asksForTheSubStreamAndSaysWhenTheDeviceIgnoresTheWish() throws IOException {
        try (PlayingDevice device = new PlayingDevice(sipPort, false)) {
            appear(device, MediaTransport.TCP_PASSIVE);
            Map<String, Object> why = Map.of("purpose", "PATROL", "reason", "巡查");
            JsonNode granted = duty.post("/api/cameras/" + CAMERA + "/tickets", why)
                    .expect(201)
                    .json();
            assertThat(granted.path("subStream").asBoolean()).isTrue();
            String ticket = granted.path("ticket").asString();
            try (PictureSocket main = watch(ticket)) {
                main.awaitNumbers(2);
                assertThat(device.invitesFor("a=streamnumber:")).isZero();
                assertThat(diagnosis().path("notes")).isEmpty();
            }
            await().atMost(PictureSocket.LIMIT).until(() -> device.byes() > 0 && device.byes() == device.invites());
            try (PictureSocket sub = watch(ticket + "&stream=sub")) {
                sub.awaitNumbers(2);
            }
            assertThat(device.invitesFor("a=streamnumber:1")).isPositive();
            assertThat(diagnosis().path("notes").toString()).contains("sends the main one");
        }
    }

    private JsonNode diagnosis() {
        return duty.get("/api/cameras/" + CAMERA + "/diagnosis").expect(200).json();
    }

    @Test
    void turnsItsHeadToAnIncidentByAngleOrByAStoredDirection() throws IOException {
        try (PlayingDevice device = new PlayingDevice(sipPort, false)) {
            appear(device, MediaTransport.TCP_PASSIVE);
            String presets = "/api/cameras/" + CAMERA + "/presets";
            video.put(presets, Map.of("version", 0, "panZero", 30, "mountMetres", 6))
                    .expect(200);
            // the device stands at 117.91, 35.81; straight north of it
            Map<String, Object> north = Map.of("type", "Point", "coordinates", List.of(117.91, 35.8109));
            Map<String, Object> body = Map.of("ticket", ticket(duty, CAMERA), "location", north);
            JsonNode exact = duty.post("/api/cameras/" + CAMERA + "/ptz/aim", body)
                    .expect(200)
                    .json();
            assertThat(exact.path("how").asString()).isEqualTo("PRECISE");
            assertThat(exact.path("distanceMetres").asLong()).isEqualTo(100);
            await().atMost(PictureSocket.LIMIT)
                    .until(() -> !device.orders("<PTZPreciseCtrl>").isEmpty());
            assertThat(device.orders("<PTZPreciseCtrl>").get(0)).contains("<Pan>330.00</Pan>", "<Tilt>3.43</Tilt>");

            Map<String, Object> stored = Map.of("number", 5, "name", "北路口", "bearing", 350, "fieldOfView", 60);
            video.put(presets, Map.of("version", 1, "presets", List.of(stored))).expect(200);
            JsonNode preset = duty.post("/api/cameras/" + CAMERA + "/ptz/aim", body)
                    .expect(200)
                    .json();
            assertThat(preset.path("how").asString()).isEqualTo("PRESET");
            assertThat(preset.path("preset").path("name").asString()).isEqualTo("北路口");
            await().atMost(PictureSocket.LIMIT).until(() -> !device.turns().isEmpty());
            assertThat(device.turns()).containsExactly("A50F01820005003C");
            assertThat(jdbc.sql("select count(*) from audit.record where action = 'camera.aim' and subject = ?")
                            .param("camera/" + CAMERA)
                            .query(Long.class)
                            .single())
                    .isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void isNotCalledAtAPortOfOurOwn() throws IOException {
        try (PlayingDevice device = new PlayingDevice(sipPort, false)) {
            appear(device, MediaTransport.TCP_ACTIVE);
            device.namePort(port);
            try (PictureSocket ignored = watch(ticket(duty, CAMERA))) {
                await().atMost(PictureSocket.LIMIT)
                        .until(() -> device.byes() >= 1
                                && diagnosis().path("failedStep").asString().equals("first-packet"));
            }
        }
    }
}
