package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.gridsight.app.access.NewAccount;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.InProcess;
import org.gridsight.app.testing.Town;
import org.gridsight.media.Codec;
import org.gridsight.media.rtsp.Film;
import org.gridsight.media.rtsp.RtspCamera;
import org.gridsight.media.rtsp.RtspManners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Pictures end with the right to them, whatever takes it away and whether the database answers or not; on every database. */
abstract class RightsDuringPlayContract extends CameraTown {

    private static final int ENDED = 1008;
    private static final String PASSWORD = "Right-2026";
    private static final String VILLAGE = Town.CODE + "201";

    @Autowired
    private MediaEngine engine;

    @Autowired
    private Watchings watchings;

    private final List<PictureSocket> sockets = new ArrayList<>();
    private final RtspCamera device = new RtspCamera(Film.random(Codec.H264, 60, 2_000), manners());
    private String camera = "";

    private static RtspManners manners() {
        RtspManners manners = new RtspManners();
        manners.rate = 40;
        manners.pictures = 0;
        return manners;
    }

    @AfterEach
    void stop() {
        sockets.forEach(PictureSocket::close);
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

    private PictureSocket playing(Client person, String ticket) {
        PictureSocket socket = PictureSocket.open(port, live(camera, ticket), person.createToken("player"));
        sockets.add(socket);
        socket.await(3);
        return socket;
    }

    /** A duty officer whose name is known. */
    private Client officer(String name) {
        accounts.open(
                new NewAccount(name, "测试人员", Set.of(Role.DISPATCHER), new Scope(VILLAGE), null, null),
                PASSWORD,
                "test");
        return Client.at(URI.create("http://localhost:" + port)).signIn(name, PASSWORD);
    }

    private Map<String, Object> change(Client administrator, String name, String field, Object value) {
        for (JsonNode account :
                administrator.get("/api/users").expect(200).json().path("items")) {
            if (account.path("username").asString().equals(name)) {
                return Map.of("version", account.path("version").asLong(), field, value);
            }
        }
        throw new AssertionError("no account " + name);
    }

    private void change(Client administrator, String name, Map<String, Object> change) {
        administrator.patch("/api/users/" + name, change).expect(200);
    }

    @Test
    void endWhenTheAccountLosesWhatItNeeds() {
        camera = simulated();
        String stamp = "-" + System.nanoTime();
        List<String> names = List.of("off" + stamp, "role" + stamp, "scope" + stamp, "stays" + stamp);
        List<PictureSocket> open = new ArrayList<>();
        for (String name : names) {
            Client person = officer(name);
            open.add(playing(person, ticket(person, camera)));
        }
        Client system = Client.at(URI.create("http://localhost:" + port)).signIn("sysadmin", InProcess.ADMIN_PASSWORD);
        Client security = person(Role.SECURITY_ADMIN, Town.CODE);
        change(system, names.get(0), change(system, names.get(0), "disabled", true));
        change(security, names.get(1), change(system, names.get(1), "roles", List.of("WINDOW_CLERK")));
        change(security, names.get(2), change(system, names.get(2), "scope", Town.CODE + "202"));
        for (PictureSocket socket : open.subList(0, 3)) {
            assertThat(socket.awaitClose()).isEqualTo(ENDED);
        }
        assertThat(open.get(3).isOpen()).as("nobody touched this one").isTrue();
    }

    @Test
    void endWhenTheCameraOrTheMatterIsOutOfReach() {
        camera = simulated();
        Client villager = officer("villager-" + System.nanoTime());
        PictureSocket moved = playing(villager, ticket(villager, camera));
        PictureSocket over = playing(duty, forIncident());
        String standing = ticket(duty, camera);
        PictureSocket forbidden = playing(duty, standing);

        reject();
        assertThat(over.awaitClose()).isEqualTo(ENDED);
        Map<String, Object> north = Map.of("type", "Point", "coordinates", List.of(117.91, 35.83));
        video.patch("/api/cameras/" + camera, Map.of("version", version(), "location", north))
                .expect(200);
        assertThat(moved.awaitClose()).isEqualTo(ENDED);
        villager.post("/api/cameras/" + camera + "/tickets", patrol()).expect(404);

        assertThat(forbidden.isOpen()).isTrue();
        jdbc.sql("update cameras.camera set place_type = 'DORMITORY' where camera_id = ?")
                .param(camera)
                .update();
        assertThat(forbidden.awaitClose()).isEqualTo(ENDED);
        assertThat(duty.get("/media/cameras/" + camera + "/snapshot.jpg?ticket=" + standing)
                        .status())
                .isEqualTo(403);
        Client.Reply refused = duty.post("/api/cameras/" + camera + "/tickets", patrol());
        assertThat(refused.expect(403).json().path("code").asString()).isEqualTo("camera.forbidden-place");
    }

    private String incident = "";

    private String forIncident() {
        Map<String, Object> report = Map.of(
                "kind", "SANITATION",
                "title", "路边垃圾",
                "description", "一堆",
                "location", Map.of("type", "Point", "coordinates", List.of(117.91, 35.81)),
                "occurredAt", "2026-03-05T13:50:00+08:00",
                "source", "HOTLINE_12345");
        incident = duty.post("/api/incidents", report)
                .expect(201)
                .json()
                .path("id")
                .asString();
        Map<String, Object> why = Map.of("purpose", "INCIDENT", "reason", "核实现场", "incidentId", incident);
        return duty.post("/api/cameras/" + camera + "/tickets", why)
                .expect(201)
                .json()
                .path("ticket")
                .asString();
    }

    private void reject() {
        long seen =
                duty.get("/api/incidents/" + incident).json().path("version").asLong();
        Map<String, Object> reject = Map.of("action", "reject", "version", seen, "reason", "重复");
        duty.post("/api/incidents/" + incident + "/actions", reject).expect(200);
    }

    private long version() {
        for (JsonNode feature : video.get("/api/cameras").expect(200).json().path("features")) {
            if (feature.path("id").asString().equals(camera)) {
                return feature.path("properties").path("version").asLong();
            }
        }
        throw new AssertionError("no camera " + camera);
    }

    @Test
    void endInTimeWhileTheDatabaseIsAwayAndGoOnRecordAfterwards() {
        camera = simulated();
        String token = duty.createToken("player");
        PictureSocket socket = shortLived(token);
        away("access.spring_session", "audit.record");
        try {
            assertThat(socket.awaitClose()).isEqualTo(ENDED);
        } finally {
            back("access.spring_session", "audit.record");
        }
        await().atMost(PictureSocket.LIMIT).until(() -> {
            watchings.settle();
            return line(camera).path("until").isString();
        });
        assertThat(Instant.parse(line(camera).path("until").asString()))
                .isAfterOrEqualTo(Instant.parse(line(camera).path("since").asString()));
    }

    @Test
    void showNothingThatCannotBePutOnRecord() {
        camera = simulated();
        String token = duty.createToken("player");
        String ticket = ticket(duty, camera);
        away("audit.record");
        try (PictureSocket socket = PictureSocket.open(port, live(camera, ticket), token)) {
            assertThat(socket.awaitClose()).isEqualTo(1011);
            assertThat(socket.pictures()).isZero();
        } finally {
            back("audit.record");
        }
    }

    /** A ticket with just enough time left to begin with it; more on a slow machine. */
    private PictureSocket shortLived(String token) {
        for (int seconds = 4; ; seconds *= 2) {
            String ticket = ticket(duty, camera);
            jdbc.sql("update cameras.ticket set expires_at = ?")
                    .param(Timestamp.from(Instant.now().plusSeconds(seconds)))
                    .update();
            PictureSocket socket;
            try {
                socket = PictureSocket.open(port, live(camera, ticket), token);
            } catch (CompletionException late) {
                continue;
            }
            sockets.add(socket);
            if (socket.showsBeforeItEnds(3) && isOnRecord()) {
                return socket;
            }
        }
    }

    private boolean isOnRecord() {
        return await().atMost(PictureSocket.LIMIT)
                .until(() -> line(camera).path("watched").asBoolean(), watched -> watched);
    }

    /** Every statement about these tables fails from now on. */
    private void away(String... tables) {
        for (String table : tables) {
            jdbc.sql("alter table " + table + " rename to " + table.replaceFirst(".*\\.", "") + "_away")
                    .update();
        }
    }

    private void back(String... tables) {
        for (String table : tables) {
            jdbc.sql("alter table " + table + "_away rename to " + table.replaceFirst(".*\\.", ""))
                    .update();
        }
    }

    private JsonNode line(String id) {
        Client auditor = person(Role.AUDIT_ADMIN, "");
        for (JsonNode line :
                auditor.get("/api/view-register?limit=500").expect(200).json().path("items")) {
            if (line.path("cameraId").asString().equals(id)) {
                return line;
            }
        }
        throw new AssertionError("no line of " + id);
    }

    @Test
    void areEndedInTheRegisterWhenTheirProcessIsGone() {
        camera = simulated();
        try (PictureSocket socket = playing(duty, ticket(duty, camera))) {
            isOnRecord();
            // as if another process had begun it and had not been heard of for a minute
            UUID dead = UUID.randomUUID();
            jdbc.sql("update cameras.watching set node = ?").param(dead).update();
            Instant lastSeen = Instant.parse("2026-03-05T06:00:00Z");
            jdbc.sql("insert into cameras.node (node, seen_at) values (?, ?)")
                    .params(dead, Timestamp.from(lastSeen))
                    .update();
            watchings.settle();
            assertThat(line(camera).path("until").asString()).isEqualTo(lastSeen.toString());
            // the product's own clockwork may have been the one that found it
            await().atMost(PictureSocket.LIMIT)
                    .until(() -> jdbc.sql("select count(*) from cameras.node where node = ?")
                                    .param(dead)
                                    .query(Long.class)
                                    .single()
                            == 0);
            assertThat(socket.isOpen()).isTrue();
        }
    }
}
