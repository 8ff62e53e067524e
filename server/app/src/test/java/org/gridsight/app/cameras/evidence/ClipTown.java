package org.gridsight.app.cameras.evidence;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.Role;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Town;
import org.gridsight.media.rtsp.Film;
import org.gridsight.media.rtsp.RtspCamera;
import org.gridsight.media.rtsp.RtspManners;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A small town with an incident and simulated cameras at it, for the contracts of clips. */
abstract class ClipTown {

    static final Duration LIMIT = Duration.ofMinutes(3);

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    PlaceSetUp setUp;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EvidenceFolder folder;

    Client video = Client.at(URI.create("http://localhost"));
    Client duty = Client.at(URI.create("http://localhost"));
    String incident = "";

    @BeforeEach
    void town() {
        Town.clear(jdbc);
        Town.fill(setUp);
        jdbc.sql("delete from cameras.disk_shortage").update();
        video = person(Role.VIDEO_MANAGER);
        duty = person(Role.DISPATCHER);
        incident = report();
    }

    Client person(Role role) {
        return Town.person(port, accounts, role, Town.CODE);
    }

    String report() {
        Map<String, Object> body = Map.of(
                "kind", "SECURITY",
                "title", "路口争执",
                "description", "两人",
                "location", Map.of("type", "Point", "coordinates", List.of(117.91, 35.81)),
                "occurredAt", "2026-03-05T13:50:00+08:00",
                "source", "HOTLINE_12345");
        return duty.post("/api/incidents", body).expect(201).json().path("id").asString();
    }

    /** Sends for ever, so that a test decides when there is enough. */
    static RtspCamera device(Film film) {
        RtspManners manners = new RtspManners();
        manners.rate = 40;
        manners.pictures = 0;
        return new RtspCamera(film, manners);
    }

    String camera(RtspCamera device, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                "村口球机",
                "location",
                Map.of("type", "Point", "coordinates", List.of(117.91, 35.81)),
                "streamUrl",
                "rtsp://127.0.0.1:" + device.address().getPort() + "/ch1"));
        body.putAll(more);
        return video.post("/api/cameras", body).expect(201).json().path("id").asString();
    }

    String ticket(Client person, String camera) {
        Map<String, Object> why = Map.of("purpose", "INCIDENT", "reason", "取证", "incidentId", incident);
        return person.post("/api/cameras/" + camera + "/tickets", why)
                .expect(201)
                .json()
                .path("ticket")
                .asString();
    }

    Client.Reply save(Client person, String camera, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(
                Map.of("ticket", ticket(person, camera), "incidentId", incident, "source", "LIVE", "minutes", 30));
        body.putAll(more);
        return person.post("/api/cameras/" + camera + "/clips", body);
    }

    String begin(Client person, String camera) {
        return save(person, camera, Map.of()).expect(202).json().path("id").asString();
    }

    JsonNode clip(String id) {
        return duty.get("/api/clips/" + id).expect(200).json();
    }

    /** Until so many segments are sealed. */
    void awaitSegments(String clip, int count) {
        await().atMost(LIMIT).until(() -> clip(clip).path("segments").asInt() >= count);
    }

    JsonNode awaitEnd(String clip) {
        return await().atMost(LIMIT)
                .until(() -> clip(clip), seen -> !seen.path("state").asString().equals("RECORDING"));
    }

    /** Two segments of one camera, the second one ended by hand. */
    JsonNode saved(Client person, String camera) {
        String clip = begin(person, camera);
        awaitSegments(clip, 1);
        person.post("/api/clips/" + clip + "/stop", Map.of()).expect(202);
        return awaitEnd(clip);
    }

    String play(Client person, JsonNode clip) {
        return "/media/clips/" + clip.path("id").asString() + "/clip.mp4?ticket="
                + ticket(person, clip.path("cameraId").asString());
    }
}
