package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.testing.Client;
import org.gridsight.media.gb28181.PlayingDevice;
import org.gridsight.media.gb28181.RecordedSpan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A device that signs in, becomes a camera, and tells what it keeps itself: recordings and stored directions. */
abstract class DeviceMemoryContract extends CameraTown {

    private static final String PASSWORD = "Geraete-Passwort-9";
    private static final String CAMERA = PlayingDevice.CHANNEL;
    private static final String PRESETS = "/api/cameras/" + CAMERA + "/presets";
    private static final Instant FROM = Instant.parse("2026-03-05T05:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-05T07:00:00Z");

    @Autowired
    private GbStation station;

    @Autowired
    private DeviceRecordings recordings;

    private PlayingDevice device;

    @BeforeEach
    void signIn() throws IOException {
        int sipPort = 0;
        // another program may take a free port before we do
        for (int tries = 0; tries < 20 && !station.isOpen(); tries++) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                sipPort = socket.getLocalPort();
            }
            station.begin(new SipOptions(
                    sipPort, "34020000002000000001", "3402000000", PASSWORD, "127.0.0.1", "127.0.0.1", "20000-29999"));
        }
        assertThat(station.isOpen()).isTrue();
        device = new PlayingDevice(sipPort, false);
        assertThat(device.register(PASSWORD, 3_600)).isEqualTo(200);
        await().atMost(PictureSocket.LIMIT)
                .until(() -> jdbc.sql("select count(*) from cameras.camera where camera_id = ? and status = 'ONLINE'")
                                .param(CAMERA)
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    @AfterEach
    void close() {
        device.close();
        station.destroy();
    }

    private static String code(Client.Reply refused) {
        return refused.expect(409).json().path("code").asString();
    }

    @Test
    void tellsItsRecordingsOrWhyNot() {
        device.keepRecordings(
                "2026-03-05T13:30:00", "2026-03-05T14:00:00", "2026-03-05T14:10:00", "2026-03-05T14:40:00");
        DeviceRecordings.Kept kept = recordings.list(CAMERA, FROM, TO);
        assertThat(kept.complete()).isTrue();
        assertThat(kept.spans())
                .extracting(RecordedSpan::from)
                .containsExactly(Instant.parse("2026-03-05T05:30:00Z"), Instant.parse("2026-03-05T06:10:00Z"));
        assertThat(kept.spans().get(0).to()).isEqualTo(Instant.parse("2026-03-05T06:00:00Z"));

        assertRefused("camera.recordings-span", () -> recordings.list(CAMERA, TO, FROM));
        device.keepToItself();
        assertRefused("camera.device-cannot", () -> recordings.list(CAMERA, FROM, TO));
        String other = enter(camera());
        assertRefused("camera.no-device", () -> recordings.list(other, FROM, TO));
        device.register(PASSWORD, 0);
        assertRefused("camera.not-signed-in", () -> recordings.list(CAMERA, FROM, TO));
    }

    private static void assertRefused(String code, ThrowingCallable asking) {
        assertThatThrownBy(asking)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo(code));
    }

    @Test
    void storesAViewForWhoeverMayAndSaysWhatIsWrong() {
        String ticket = ticket(video, CAMERA);
        assertThat(video.get(PRESETS + "/device")
                        .expect(200)
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
        assertThat(faulty(video.put(PRESETS + "/0", Map.of("ticket", ticket, "bearing", 400))))
                .containsExactlyInAnyOrder("number", "name", "bearing", "fieldOfView");
        assertThat(video.put(PRESETS + "/5", Map.of("name", "北路口"))
                        .expect(403)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("camera.ticket-required");
        Map<String, Object> view = Map.of("name", "北路口", "ticket", ticket, "bearing", -10, "fieldOfView", 60);
        assertThat(duty.put(PRESETS + "/5", view).status()).isEqualTo(403);
        assertThat(device.turns()).isEmpty();
    }

    @Test
    void storesTurnsToAndForgetsDirections() {
        String ticket = ticket(video, CAMERA);
        Map<String, Object> view = Map.of("name", "北路口", "ticket", ticket, "bearing", -10, "fieldOfView", 60);
        video.put(PRESETS + "/5", view).expect(200);
        video.put(PRESETS + "/9", Map.of("name", "桥头", "ticket", ticket)).expect(200);
        JsonNode listed = listed(2);
        assertThat(listed.findValuesAsString("name")).containsExactly("北路口", "桥头");
        assertThat(listed.path(0).path("bearing").asDouble()).isEqualTo(350);
        assertThat(listed.path(1).path("bearing").isNull()).isTrue();

        // the view is another one now, and nobody has said where it looks
        video.put(PRESETS + "/5", Map.of("name", "村口", "ticket", ticket)).expect(200);
        JsonNode known = duty.get(PRESETS).expect(200).json();
        assertThat(known.path("presets").isEmpty()).isTrue();
        assertThat(known.path("version").asLong()).isEqualTo(3);

        duty.post(PRESETS + "/5/call", Map.of("ticket", ticket(duty, CAMERA))).expect(204);
        duty.post(PRESETS + "/5/call", Map.of()).expect(403);
        video.delete(PRESETS + "/9").expect(204);
        assertThat(listed(1).path(0).path("name").asString()).isEqualTo("村口");
        assertThat(device.turns())
                .containsExactly(
                        "A50F01810005003B",
                        "A50F01810009003F",
                        "A50F01810005003B",
                        "A50F01820005003C",
                        "A50F018300090041");
        assertThat(jdbc.sql(
                                "select distinct action from audit.record where subject = ? and action like 'camera.preset-%'")
                        .param("camera/" + CAMERA)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("camera.preset-store", "camera.preset-call", "camera.preset-delete");
        device.keepToItself();
        assertThat(code(video.get(PRESETS + "/device"))).isEqualTo("camera.device-cannot");
    }

    private JsonNode listed(int wanted) {
        JsonNode items = video.get(PRESETS + "/device").expect(200).json().path("items");
        assertThat(items.size()).isEqualTo(wanted);
        return items;
    }
}
