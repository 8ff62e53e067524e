package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridsight.app.access.Role;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.EmbeddedTown;
import org.gridsight.media.Source;
import org.gridsight.media.Told;
import org.gridsight.media.gb28181.MediaTransport;
import org.gridsight.media.gb28181.PlayingDevice;
import org.gridsight.media.gb28181.RecordedSpan;
import org.gridsight.media.gb28181.StreamRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The product as a lower platform, signed in at itself: a camera of the lower one plays and turns in the upper one. */
@EmbeddedTown
class CascadeTest extends CameraTown {

    private static final String PASSWORD = "Plattform-Passwort-5";
    private static final String UPPER = "34020000002000000001";
    private static final String LOWER = "34020000002000000099";
    private static final String CAMERA = PlayingDevice.CHANNEL;
    private static final String ABOVE = "34020000001320000088";
    private static final String PATH = "/api/cascades/" + UPPER;
    private static final String AGREEMENT = "县平台共享协议 2026-17";

    @Autowired
    private GbStation station;

    @Autowired
    private MediaEngine engine;

    @Autowired
    private DeviceRecordings recordings;

    private int sipPort;

    private void openStation() throws IOException {
        // another program may take a free port before we do
        for (int tries = 0; tries < 20 && !station.isOpen(); tries++) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                sipPort = socket.getLocalPort();
            }
            station.begin(
                    new SipOptions(sipPort, UPPER, "3402000000", PASSWORD, "127.0.0.1", "127.0.0.1", "20000-29999"));
        }
        assertThat(station.isOpen()).isTrue();
    }

    @AfterEach
    void closeAll() {
        video.delete(PATH);
        station.destroy();
        engine.hubs().remove(CAMERA);
        engine.hubs().remove(ABOVE);
    }

    private Map<String, Object> platform() {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "示范县平台");
        body.put("domain", "3402000000");
        body.put("address", "127.0.0.1");
        body.put("port", sipPort);
        body.put("transport", "UDP");
        body.put("user", LOWER);
        body.put("password", PASSWORD);
        body.put("reason", AGREEMENT);
        return body;
    }

    private JsonNode only() {
        return video.get("/api/cascades").expect(200).json().path("items").path(0);
    }

    private JsonNode properties(String cameraId) {
        for (JsonNode feature : duty.get("/api/cameras").expect(200).json().path("features")) {
            if (feature.path("id").asString().equals(cameraId)) {
                return feature.path("properties");
            }
        }
        return MissingNode.getInstance();
    }

    private void awaitCamera(String cameraId) {
        await().atMost(PictureSocket.LIMIT).until(() -> !properties(cameraId).isMissingNode());
    }

    private JsonNode share(List<Map<String, Object>> items) {
        long version = only().path("version").asLong();
        Map<String, Object> body = Map.of("version", version, "reason", AGREEMENT, "items", items);
        return video.put(PATH + "/cameras", body).expect(200).json();
    }

    private void awaitStreams(int wanted) {
        await().atMost(PictureSocket.LIMIT).until(() -> only().path("streams").asInt() == wanted);
    }

    private PictureSocket watchAbove(String ticket) {
        return PictureSocket.open(
                port, "/media/cameras/" + ABOVE + "/live?ticket=" + ticket, duty.createToken("player"));
    }

    @Test
    void playsAndTurnsInTheUpperOneUntilItIsMasked() throws IOException {
        openStation();
        try (PlayingDevice device = new PlayingDevice(sipPort, false)) {
            assertThat(device.register(PASSWORD, 3_600)).isEqualTo(200);
            awaitCamera(CAMERA);
            video.put(PATH, platform()).expect(200);
            Map<String, Object> shared =
                    Map.of("cameraId", CAMERA, "channelId", ABOVE, "live", true, "playback", true, "control", true);
            share(List.of(shared));
            await().atMost(PictureSocket.LIMIT)
                    .until(() -> only().path("state").asString().equals("REGISTERED"));
            awaitCamera(ABOVE);
            assertThat(properties(ABOVE).path("kind").asString()).isEqualTo("PTZ");

            String ticket = ticket(duty, ABOVE);
            try (PictureSocket socket = watchAbove(ticket)) {
                List<Integer> numbers = socket.awaitNumbers(40);
                // a stream that had to begin anew on a busy machine shows the last group twice
                assertThat(Set.copyOf(numbers)).hasSizeGreaterThan(20);
                assertThat(numbers.get(39)).isGreaterThan(numbers.get(0));
                awaitStreams(1);
                assertOnRecord();
                assertTurns(device, ticket);
                assertTellsAndPlaysRecordings(device);
                long version = properties(CAMERA).path("version").asLong();
                video.patch("/api/cameras/" + CAMERA, Map.of("version", version, "masked", true))
                        .expect(200);
                await().atMost(PictureSocket.LIMIT)
                        .until(() -> line().path("until").isString());
                awaitStreams(0);
            }
            JsonNode list = video.get(PATH + "/cameras").expect(200).json();
            assertThat(list.path("items").path(0).path("withheld").asBoolean()).isTrue();
        }
    }

    private void assertOnRecord() {
        JsonNode line = line();
        assertThat(line.path("person").asString()).isEqualTo("示范县平台");
        assertThat(line.path("purpose").asString()).isEqualTo("SHARE");
        assertThat(line.path("why").asString()).isEqualTo(AGREEMENT);
        assertThat(line.path("watched").asBoolean()).isTrue();
        assertThat(line.path("what").findValuesAsString("kind")).containsExactly("UPWARD");
        assertThat(line.path("until").isNull()).isTrue();
    }

    private void assertTurns(PlayingDevice device, String ticket) {
        duty.post("/api/cameras/" + ABOVE + "/ptz", Map.of("ticket", ticket, "pan", 1, "seconds", 0.2))
                .expect(204);
        await().atMost(PictureSocket.LIMIT).until(() -> device.turns().contains("A50F0100000000B5"));
        assertThat(device.turns().get(0)).isEqualTo("A50F0101FF0000B5");
    }

    private void assertTellsAndPlaysRecordings(PlayingDevice device) {
        Instant from = Instant.parse("2026-03-05T05:49:00Z");
        Instant to = from.plusSeconds(600);
        assertThat(recordings.list(ABOVE, from, to).spans())
                .extracting(RecordedSpan::from)
                .containsExactly(from);
        String own = ticket(video, ABOVE);
        video.put("/api/cameras/" + ABOVE + "/presets/5", Map.of("name", "北路口", "ticket", own))
                .expect(200);
        await().atMost(PictureSocket.LIMIT).until(() -> device.turns().contains("A50F01810005003B"));
        assertThat(video.get("/api/cameras/" + ABOVE + "/presets/device")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsString("number"))
                .containsExactly("5");
        ChannelTable.Link above = new ChannelTable.Link(ABOVE, LOWER, ABOVE);
        Told told = new Told();
        StreamRequest.Span span = new StreamRequest.Span(from, to);
        try (Source source = station.recording(above, MediaTransport.TCP_PASSIVE, span, engine.nextLoop())) {
            source.open(told);
            await().atMost(PictureSocket.LIMIT).until(() -> told.pictures.size() >= 5);
        }
        assertThat(device.invitesFor("s=Playback")).isPositive();
        assertThat(jdbc.sql("select count(*) from audit.record where action = 'view.begin' and details like ?")
                        .param("%recording%")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    /** The newest line of the view register about the camera below. */
    private JsonNode line() {
        Client auditor = person(Role.AUDIT_ADMIN, "");
        for (JsonNode line :
                auditor.get("/api/view-register?limit=500").expect(200).json().path("items")) {
            if (line.path("who").asString().equals("platform:" + UPPER)
                    && line.path("cameraId").asString().equals(CAMERA)) {
                return line;
            }
        }
        throw new AssertionError("no line of " + CAMERA);
    }
}
