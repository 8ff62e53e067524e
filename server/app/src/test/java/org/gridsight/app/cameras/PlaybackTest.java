package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Map;
import org.gridsight.app.access.Role;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.EmbeddedTown;
import org.gridsight.media.gb28181.PlayingDevice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a device has recorded is watched and wound through the whole product, for a ticket and on record. */
@EmbeddedTown
class PlaybackTest extends CameraTown {

    private static final String PASSWORD = "Geraete-Passwort-9";
    private static final String CAMERA = PlayingDevice.CHANNEL;
    private static final String FROM = "2026-03-05T05:49:00Z";
    private static final String TO = "2026-03-05T05:59:00Z";

    @Autowired
    private GbStation station;

    private int sipPort;

    @BeforeEach
    void openStation() throws IOException {
        // another program may take a free port before we do
        for (int tries = 0; tries < 20 && !station.isOpen(); tries++) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                sipPort = socket.getLocalPort();
            }
            station.begin(new SipOptions(
                    sipPort, "34020000002000000001", "3402000000", PASSWORD, "127.0.0.1", "127.0.0.1", "20000-29999"));
        }
        assertThat(station.isOpen()).isTrue();
    }

    @AfterEach
    void closeStation() {
        station.destroy();
    }

    private static String playback(String camera, String ticket) {
        return "/media/cameras/" + camera + "/playback?ticket=" + ticket + "&from=" + FROM + "&to=" + TO;
    }

    private void appear(PlayingDevice device) {
        assertThat(device.register(PASSWORD, 3_600)).isEqualTo(200);
        await().atMost(PictureSocket.LIMIT)
                .until(() -> duty.get("/api/cameras").expect(200).text().contains(CAMERA));
    }

    @Test
    void isPlayedHeldWoundAndPlayedFaster() throws IOException {
        try (PlayingDevice device = new PlayingDevice(sipPort, false)) {
            appear(device);
            device.keepRecordings(
                    "2026-03-05T13:40:00", "2026-03-05T13:52:00", "2026-03-05T13:55:00", "2026-03-05T14:10:00");
            JsonNode kept = duty.get("/api/cameras/" + CAMERA + "/recordings?from=" + FROM + "&to=" + TO)
                    .expect(200)
                    .json();
            assertThat(kept.path("items").findValuesAsString("from"))
                    .containsExactly("2026-03-05T05:40:00Z", "2026-03-05T05:55:00Z");
            try (PictureSocket socket =
                    PictureSocket.open(port, playback(CAMERA, ticket(duty, CAMERA)), duty.createToken("player"))) {
                socket.awaitNumbers(5);
                socket.awaitText("\"PLAYING\"", "2026-03-05T05:49:");
                assertThat(device.invitesFor("s=Playback")).isPositive();
                wish(socket, "{\"op\":\"pause\"}");
                socket.awaitText("\"PAUSED\"");
                heard(device, "PAUSE RTSP/1.0", "PauseTime: now");
                wish(socket, "{\"op\":\"play\"}");
                heard(device, "PLAY RTSP/1.0", "Range: npt=now-");
                wish(socket, "{\"op\":\"speed\",\"value\":4}");
                socket.awaitText("\"speed\":4.0");
                heard(device, "PLAY RTSP/1.0", "Scale: 4.0");
                wish(socket, "{\"op\":\"seek\",\"at\":\"2026-03-05T05:54:00Z\"}");
                heard(device, "PLAY RTSP/1.0", "Range: npt=300-");
                socket.awaitText("2026-03-05T05:54:");
            }
            await().atMost(PictureSocket.LIMIT).until(() -> device.byes() > 0);
            JsonNode line = await().atMost(PictureSocket.LIMIT)
                    .until(this::line, seen -> seen.path("until").isString());
            assertThat(line.path("what").path(0).path("kind").asString()).isEqualTo("PLAYBACK");
            assertThat(line.path("what").path(0).path("of").asString()).isEqualTo(FROM + "/" + TO);
        }
    }

    private static void wish(PictureSocket socket, String wish) {
        socket.send(wish);
    }

    private static void heard(PlayingDevice device, String... words) {
        await().atMost(PictureSocket.LIMIT)
                .until(() -> device.controls().stream()
                        .anyMatch(text -> Arrays.stream(words).allMatch(text::contains)));
    }

    private JsonNode line() {
        Client auditor = person(Role.AUDIT_ADMIN, "");
        JsonNode lines = auditor.get("/api/view-register?camera=" + CAMERA)
                .expect(200)
                .json()
                .path("items");
        for (JsonNode line : lines) {
            if (!line.path("what").isEmpty()) {
                return line;
            }
        }
        return lines.path(0);
    }

    @Test
    void isRefusedInWordsWhereThereIsNothingToWindOrMasksLieInBetween() throws IOException {
        String rtsp = enter(camera());
        assertThat(refusal(rtsp)).isEqualTo("camera.no-recordings");
        try (PlayingDevice device = new PlayingDevice(sipPort, false)) {
            appear(device);
            String future = playback(CAMERA, ticket(duty, CAMERA)).replace(TO, "2126-03-05T05:59:00Z");
            assertThat(duty.get(future).status()).isEqualTo(422);
            long version = video.get("/api/cameras/" + CAMERA + "/details")
                    .expect(200)
                    .json()
                    .path("version")
                    .asLong();
            String open = playback(CAMERA, ticket(duty, CAMERA));
            try (PictureSocket socket = PictureSocket.open(port, open, duty.createToken("player"))) {
                socket.awaitNumbers(1);
                video.patch("/api/cameras/" + CAMERA, Map.of("version", version, "masked", true))
                        .expect(200);
                assertThat(socket.awaitClose()).isEqualTo(1012);
            }
            assertThat(refusal(CAMERA)).isEqualTo("camera.masked-recording");
        }
    }

    private String refusal(String camera) {
        return duty.get(playback(camera, ticket(duty, camera)))
                .json()
                .path("code")
                .asString();
    }
}
