package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.gridsight.app.access.Role;
import org.gridsight.app.testing.Client;
import org.gridsight.media.Codec;
import org.gridsight.media.net.CameraUrl;
import org.gridsight.media.net.RefusedAddress;
import org.gridsight.media.rtsp.Film;
import org.gridsight.media.rtsp.RtspCamera;
import org.gridsight.media.rtsp.RtspManners;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Moving pictures from a simulated RTSP camera to a WebSocket, on every database. */
abstract class LivePicturesContract extends CameraTown {

    private static final Film FILM = Film.random(Codec.H264, 60, 2_000);

    @Autowired
    private StreamAddresses addresses;

    @Autowired
    private MediaEngine engine;

    @Autowired
    private CameraRepository cameras;

    @Autowired
    private CameraSettings known;

    @Autowired
    private JsonMapper json;

    private final AtomicReference<@Nullable Client> auditor = new AtomicReference<>();

    private final RtspCamera device = new RtspCamera(FILM, manners());

    private static RtspManners manners() {
        RtspManners manners = new RtspManners();
        manners.rate = 40;
        manners.pictures = 0;
        manners.login = "MD5";
        manners.user = "kamera-nutzer";
        manners.password = SECRET;
        return manners;
    }

    @AfterEach
    void stop() {
        engine.hubs().all().forEach(hub -> engine.hubs().remove(hub.cameraId()));
        device.close();
    }

    private String simulated() {
        Map<String, Object> body = camera();
        body.put("streamUrl", "rtsp://127.0.0.1:" + device.address().getPort() + "/ch1");
        return enter(body);
    }

    private static String live(String camera, String ticket) {
        return "/media/cameras/" + camera + "/live?ticket=" + ticket;
    }

    @Test
    void playsWithATicketAndPutsOnRecordWhoWatched() {
        String camera = simulated();
        String ticket = ticket(duty, camera);
        try (PictureSocket socket = PictureSocket.open(port, live(camera, ticket), duty.createToken("player"))) {
            List<String> frames = socket.await(12);
            assertThat(frames.get(0)).startsWith("{\"mime\":\"video/mp4; codecs=\\\"avc1.");
            assertThat(frames.get(1)).isEqualTo("ftyp");
            assertThat(frames.subList(2, 12)).containsOnly("moof");
            await().atMost(PictureSocket.LIMIT)
                    .until(() -> line(camera).path("watched").asBoolean());
            assertThat(line(camera).path("until").isNull()).isTrue();
            assertThat(line(camera).path("what").findValuesAsString("kind")).containsExactly("LIVE");

            await().atMost(PictureSocket.LIMIT)
                    .until(() -> duty.get("/api/cameras").expect(200).text().contains("\"ONLINE\""));
            JsonNode diagnosis = duty.get("/api/cameras/" + camera + "/diagnosis")
                    .expect(200)
                    .json();
            assertThat(diagnosis.path("failedStep").isNull()).isTrue();
            assertThat(diagnosis.path("steps").findValuesAsString("step"))
                    .containsExactly(
                            "registered", "invited", "answered", "first-packet", "first-keyframe", "first-fragment");
        }
        await().atMost(PictureSocket.LIMIT)
                .until(() -> line(camera).path("until").isString());
    }

    @Test
    void givesTheSubStreamWhereThereIsOne() {
        RtspManners large = new RtspManners();
        large.rate = 40;
        large.pictures = 0;
        try (RtspCamera main = new RtspCamera(Film.random(Codec.H265, 60, 2_000), large)) {
            Map<String, Object> body = camera();
            body.put("streamUrl", "rtsp://127.0.0.1:" + main.address().getPort() + "/ch1");
            body.put("subStreamUrl", "rtsp://127.0.0.1:" + device.address().getPort() + "/ch1/sub");
            String camera = enter(body);
            String path = live(camera, ticket(duty, camera));
            String token = duty.createToken("player");
            try (PictureSocket socket = PictureSocket.open(port, path, token)) {
                assertThat(socket.await(3).get(0)).contains("hvc1.");
            }
            try (PictureSocket socket = PictureSocket.open(port, path + "&stream=sub", token)) {
                assertThat(socket.await(3).get(0)).contains("avc1.");
            }
            video.patch("/api/cameras/" + camera, Map.of("version", 0, "subStreamUrl", ""))
                    .expect(200);
            try (PictureSocket socket = PictureSocket.open(port, path + "&stream=sub", token)) {
                assertThat(socket.awaitClose()).isEqualTo(4002);
            }
        }
    }

    private JsonNode line(String camera) {
        for (JsonNode line :
                auditor().get("/api/view-register?limit=500").expect(200).json().path("items")) {
            if (line.path("cameraId").asString().equals(camera)) {
                return line;
            }
        }
        throw new AssertionError("no line of " + camera);
    }

    private Client auditor() {
        Client known = auditor.get();
        if (known == null) {
            known = person(Role.AUDIT_ADMIN, "");
            auditor.set(known);
        }
        return known;
    }

    @Test
    void readsACameraOnThatIsKeptWarm() {
        String camera = simulated();
        CameraSettings warm = settings(camera, "no-such-camera");
        WarmCameras keeper = new WarmCameras(engine, cameras, warm);
        keeper.settle();
        keeper.settle();
        await().atMost(PictureSocket.LIMIT)
                .until(() -> engine.hubs().of(camera).figures().pictures() > 20);
        assertThat(engine.hubs().find("no-such-camera")).isEmpty();
        assertThat(engine.hubs().of(camera).figures().viewers()).isZero();
        assertThat(auditor().get("/api/view-register?limit=500").expect(200).text())
                .as("nobody has seen anything")
                .doesNotContain(camera);

        String path = live(camera, ticket(duty, camera));
        try (PictureSocket socket = PictureSocket.open(port, path, duty.createToken("player"))) {
            assertThat(socket.await(3).get(1)).isEqualTo("ftyp");
        }
        keeper.destroy();
        await().atMost(PictureSocket.LIMIT)
                .until(() -> !engine.hubs().of(camera).running());
    }

    private CameraSettings settings(String... warm) {
        return new CameraSettings(
                known.networks(),
                known.key(),
                known.ticketLife(),
                known.linger(),
                known.maxViewers(),
                known.maxViewersPerPerson(),
                known.maxMaskedStreams(),
                known.maxFallbackStreams(),
                known.keepSound(),
                List.of(warm));
    }

    @Test
    void endsWithTheSignInTheTicketWasGrantedTo() {
        String camera = simulated();
        String ticket = ticket(duty, camera);
        String token = duty.createToken("player");
        try (PictureSocket socket = PictureSocket.open(port, live(camera, ticket), token)) {
            socket.await(3);
            duty.delete("/api/session").expect(204);
            assertThat(socket.awaitClose()).isEqualTo(1008);
        }
        assertThat(PictureSocket.status(port, live(camera, ticket), token)).isEqualTo(403);
    }

    @Test
    void tellsWhatToTryWhenThePasswordIsWrong() {
        String camera = simulated();
        video.patch("/api/cameras/" + camera, Map.of("version", 0, "password", "falsch"))
                .expect(200);
        String asking = live(camera, ticket(duty, camera)) + "&reasons=1";
        try (PictureSocket socket = PictureSocket.open(port, asking, duty.createToken("player"))) {
            String frame = socket.awaitText("failed", "check-password");
            JsonNode told = json.readTree(frame).path("failed");
            assertThat(told.path("step").asString()).isEqualTo("answered");
            assertThat(told.path("adviceCode").asString()).isEqualTo("check-password");
            assertThat(told.path("advice").path("en").asString()).isNotEmpty();
            assertThat(told.path("advice").path("zh").asString()).isNotEmpty();
            assertThat(told.toString()).doesNotContain("127.0.0.1", "falsch", "kamera-nutzer");
        }
        JsonNode diagnosis = diagnosisOfVainTry(camera);
        assertThat(diagnosis.path("adviceCode").asString()).isEqualTo("check-password");
        assertThat(diagnosis.path("advice").asString()).isNotEmpty();
        assertThat(diagnosis.toString()).doesNotContain("127.0.0.1", "falsch", "kamera-nutzer");

        // the right one is taken up while somebody waits; who did not ask for reasons hears of the format first
        String plain = live(camera, ticket(duty, camera));
        String token = duty.createToken("player");
        try (PictureSocket asks = PictureSocket.open(port, asking, token);
                PictureSocket waits = PictureSocket.open(port, plain, token)) {
            asks.awaitText("failed");
            video.patch("/api/cameras/" + camera, Map.of("version", 1, "password", SECRET))
                    .expect(200);
            assertThat(waits.await(2).get(0)).startsWith("{\"mime\"");
            assertThat(waits.await(2).get(1)).isEqualTo("ftyp");
        }
    }

    @Test
    void keepsTheFailedStepWhileASilentCameraIsTriedAgain() {
        RtspManners silence = new RtspManners();
        silence.answers.put("OPTIONS", "");
        silence.answers.put("DESCRIBE", "");
        try (RtspCamera silent = new RtspCamera(FILM, silence)) {
            Map<String, Object> body = camera();
            body.put("streamUrl", "rtsp://127.0.0.1:" + silent.address().getPort() + "/ch1");
            String camera = enter(body);
            String asking = live(camera, ticket(duty, camera)) + "&reasons=1";
            try (PictureSocket socket = PictureSocket.open(port, asking, duty.createToken("player"))) {
                awaitAsked(silent, 1);
                silent.cut();
                socket.awaitText("failed", "registered");
                // the next try waits in silence: nothing has failed in it so far
                awaitAsked(silent, 2);
                JsonNode diagnosis = duty.get("/api/cameras/" + camera + "/diagnosis")
                        .expect(200)
                        .json();
                assertThat(diagnosis.path("failedStep").asString()).isEqualTo("registered");
                JsonNode last =
                        diagnosis.path("steps").path(diagnosis.path("steps").size() - 1);
                assertThat(last.path("step").asString()).isEqualTo("registered");
                assertThat(last.path("ok").asBoolean()).isFalse();
                assertThat(last.path("at").asString()).isNotEmpty();
            }
        }
    }

    private static void awaitAsked(RtspCamera camera, int times) {
        await().atMost(PictureSocket.LIMIT).until(() -> camera.heard().size() >= times);
    }

    @Test
    void checksTheAddressAgainWhenItConnects() throws RefusedAddress {
        String camera = simulated();
        addresses.put(camera, new StreamAddress(CameraUrl.parse("rtsp://169.254.169.254/latest"), "", ""));
        JsonNode diagnosis = diagnosisOfVainTry(camera);
        assertThat(diagnosis.path("adviceCode").asString()).isEqualTo("address-not-allowed");
        assertThat(diagnosis.path("failedStep").asString()).isEqualTo("registered");
    }

    private JsonNode diagnosisOfVainTry(String camera) {
        String path = "/api/cameras/" + camera + "/diagnosis";
        String ticket = ticket(duty, camera);
        try (PictureSocket ignored = PictureSocket.open(port, live(camera, ticket), duty.createToken("player"))) {
            // what is answered is kept: the next try begins a log of its own
            return await().atMost(PictureSocket.LIMIT)
                    .until(
                            () -> duty.get(path).expect(200).json(),
                            answer -> answer.path("failedStep").isString());
        }
    }
}
