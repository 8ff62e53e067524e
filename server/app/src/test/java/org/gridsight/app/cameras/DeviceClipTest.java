package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridsight.app.testing.EmbeddedTown;
import org.gridsight.media.gb28181.PlayingDevice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The recording that a GB/T 28181 device itself has made, fetched by playback and kept as a clip. */
@EmbeddedTown
class DeviceClipTest extends CameraTown {

    private static final String PASSWORD = "Geraete-Passwort-9";
    private static final String CAMERA = PlayingDevice.CHANNEL;

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

    private String report() {
        Map<String, Object> body = Map.of(
                "kind", "SECURITY",
                "title", "路口争执",
                "description", "两人",
                "location", Map.of("type", "Point", "coordinates", List.of(117.91, 35.81)),
                "occurredAt", "2026-03-05T13:50:00+08:00",
                "source", "HOTLINE_12345");
        return duty.post("/api/incidents", body).expect(201).json().path("id").asString();
    }

    private String ticketFor(String incident) {
        Map<String, Object> why = Map.of("purpose", "INCIDENT", "reason", "取证", "incidentId", incident);
        return duty.post("/api/cameras/" + CAMERA + "/tickets", why)
                .expect(201)
                .json()
                .path("ticket")
                .asString();
    }

    @Test
    void isFetchedForTheTimeOfTheIncidentAndEndsWithItsSpan() throws IOException {
        try (PlayingDevice device = new PlayingDevice(sipPort, false)) {
            assertThat(device.register(PASSWORD, 3_600)).isEqualTo(200);
            await().atMost(PictureSocket.LIMIT)
                    .until(() -> duty.get("/api/cameras").expect(200).text().contains(CAMERA));
            String incident = report();
            Map<String, Object> wish = Map.of(
                    "ticket", ticketFor(incident),
                    "incidentId", incident,
                    "source", "DEVICE",
                    "from", "2026-03-05T13:49:00+08:00",
                    "to", "2026-03-05T13:49:03+08:00");
            String clip = duty.post("/api/cameras/" + CAMERA + "/clips", wish)
                    .expect(202)
                    .json()
                    .path("id")
                    .asString();
            JsonNode ended = await().atMost(PictureSocket.LIMIT)
                    .until(
                            () -> duty.get("/api/clips/" + clip).expect(200).json(),
                            seen -> !seen.path("state").asString().equals("RECORDING"));
            assertThat(ended.path("state").asString()).as("%s", ended).isEqualTo("SAVED");
            assertThat(ended.path("ending").asString()).isEqualTo("COMPLETE");
            assertThat(ended.path("durationSeconds").asDouble()).isBetween(3.0, 5.0);
            assertThat(device.invitesFor("s=Playback")).isEqualTo(1);
            await().atMost(PictureSocket.LIMIT).until(() -> device.byes() == 1);
            // the clock of the recording, not ours
            String first = jdbc.sql("select min(shown_at) from cameras.clip_segment where clip_id = ?")
                    .param(UUID.fromString(clip))
                    .query(OffsetDateTime.class)
                    .single()
                    .toInstant()
                    .toString();
            assertThat(first).isEqualTo("2026-03-05T05:49:00Z");
        }
    }
}
