package org.gridsight.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridsight.app.access.Role.DISPATCHER;
import static org.gridsight.app.access.Role.GIS_EDITOR;
import static org.gridsight.app.access.Role.LEADER;
import static org.gridsight.app.access.Role.SUPERVISOR;
import static org.gridsight.app.access.Role.VIDEO_MANAGER;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.gridsight.app.cameras.CameraStatus;
import org.gridsight.app.cameras.Cameras;
import org.gridsight.app.cameras.NewCamera;
import org.gridsight.app.dispatch.NewWorker;
import org.gridsight.app.dispatch.Workforce;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.KeptClip;
import org.gridsight.app.testing.KnownGround;
import org.gridsight.app.testing.PhotoSender;
import org.gridsight.app.testing.Town;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.ViewCone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two people of two villages. Generated from {@link AccessRules}: each door to one thing is tried by every role of the
 * far village with a thing of the home village, each list is searched for the home village. A new door fails here until
 * it has a thing to be tried with, or stands among the exempt with its reason.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // signing in is slow by design: one town for all its tests
abstract class ScopeMatrixContract {

    private static final String PASSWORD = "Scope-2026-x";
    private static final String HOME = Town.CODE + "201";
    private static final String FAR = Town.CODE + "202";
    private static final String HOME_GRID = HOME + "001";
    private static final LngLat PLACE = new LngLat(Town.WEST + 0.01, Town.SOUTH + 0.01);
    private static final String WORKER = "scope-worker";
    private static final String CAMERA = "scope-camera";
    private static final String IMPORT = "scope-import";

    private static final String BY_TICKET = "opened by a ticket: NoTicketNoPictureContract tries it";
    private static final String UPPER_PLATFORMS = "what leaves the place is the whole place's: CascadeTest tries it";

    private static final String UPLOADS = "an upload is its sender's alone: UploadsContract tries it";

    /** Doors to one thing that lies in no village. */
    private static final Map<String, String> NOT_BY_AREA = Map.ofEntries(
            Map.entry("GET /media/cameras/*/live", BY_TICKET),
            Map.entry("GET /media/cameras/*/snapshot.jpg", BY_TICKET),
            Map.entry("GET /media/cameras/*/playback", BY_TICKET),
            Map.entry("GET /media/clips/*/clip.mp4", BY_TICKET),
            Map.entry("GET /media/clips/*/exports/*/copy.mp4", BY_TICKET),
            Map.entry("PUT /api/cameras/devices/*/password", "devices are the whole place's: DevicePasswordsContract"),
            Map.entry("PUT /api/cascades/*", UPPER_PLATFORMS),
            Map.entry("DELETE /api/cascades/*", UPPER_PLATFORMS),
            Map.entry("GET /api/cascades/*/cameras", UPPER_PLATFORMS),
            Map.entry("PUT /api/cascades/*/cameras", UPPER_PLATFORMS),
            Map.entry("HEAD /api/uploads/*", UPLOADS),
            Map.entry("PATCH /api/uploads/*", UPLOADS),
            Map.entry("DELETE /api/uploads/*", UPLOADS),
            Map.entry("POST /api/orders/*/acknowledgement", "an order is answered by the one sent: OrdersContract"),
            Map.entry("POST /api/orders/*/decline", "an order is given back by the one sent: OrdersContract"),
            Map.entry("GET /progress/*", "opened by the case code of the reporter, without sign-in"),
            Map.entry("POST /api/place/layers/*", "the name of a layer of the one place"),
            Map.entry("PATCH /api/users/*", "accounts are the whole place's, kept by its administrators"),
            Map.entry("DELETE /api/users/*/sessions", "accounts are the whole place's, kept by its administrators"));

    /** Closed to those at home as well as long as they have no ticket. */
    private static final Set<String> TICKET_FIRST = Set.of(
            "POST /api/cameras/*/ptz",
            "POST /api/cameras/*/ptz/aim",
            "PUT /api/cameras/*/presets/*",
            "POST /api/cameras/*/presets/*/call",
            "POST /api/cameras/*/clips");

    /** Lists that name villages to everybody. */
    private static final Map<String, String> FOR_ALL = Map.of(
            "GET /api/users",
            "accounts are the whole place's, kept by its administrators",
            "GET /api/base-map",
            "the drawing of the town: villages, roads, water; nobody's matter",
            "GET /live",
            "a socket: FarWorkerContract and LiveContract follow it");

    /** Roles whose duty is the things of every village. */
    private static final Map<String, String> MAY_CROSS =
            Map.of("SECURITY_ADMIN DELETE /api/tokens/*", "takes a token back wherever it is misused");

    /** Enough for a door to ask whose thing it is. */
    private static final Map<String, Object> BODY =
            Map.of("action", "accept", "version", 0, "reason", "核实", "parties", List.of());

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    TokenDesk desk;

    @Autowired
    PlaceSetUp setUp;

    @Autowired
    Cameras cameras;

    @Autowired
    Workforce workforce;

    @Autowired
    JdbcClient jdbc;

    private final Map<Role, CurrentUser> farPeople = new EnumMap<>(Role.class);
    private final Map<Role, Client> far = new EnumMap<>(Role.class);
    private final Map<Role, Client> farInPerson = new EnumMap<>(Role.class);
    /** Path patterns with a thing of the home village in place of the star. */
    private final Map<String, String> things = new HashMap<>();

    private Client home = Client.at(URI.create("http://localhost"));

    @BeforeAll
    void town(@TempDir Path folder) throws IOException {
        empty();
        Town.fill(setUp);
        cameras.register(
                List.of(new NewCamera(
                        CAMERA, "村口", HOME_GRID, new ViewCone(PLACE, 0, 90, 100), CameraStatus.ONLINE, "rtsp")),
                "test");
        workforce.register(List.of(new NewWorker(WORKER, "张三", HOME_GRID, Set.of(), true)), "test");
        CurrentUser owner = open(EnumSet.of(DISPATCHER, GIS_EDITOR, SUPERVISOR, VIDEO_MANAGER, LEADER), HOME);
        home = signedIn(owner);
        String incident = report();
        things.put("/api/incidents/*", incident);
        // the stars of one path are tried with one id, so the photo has that of its incident
        new PhotoSender(home)
                .photo(
                        UUID.fromString(incident),
                        UUID.fromString(incident),
                        "REPORT",
                        PhotoSender.picture("jpg", 8, 8));
        home.post("/api/incidents/" + incident + "/amendments", amendment(incident))
                .expect(200);
        things.put("/api/risk-points/*", riskPoint());
        things.put("/api/incidents/import/*", imported(folder));
        things.put("/api/workers/*", WORKER);
        things.put("/api/orders/*", orderTo(WORKER));
        things.put("/api/emergencies/*", idOf(home.post("/api/emergencies", Map.of("reason", "防汛", "hours", 1))));
        things.put("/api/cameras/*", CAMERA);
        Map<String, Object> calibration = Map.of(
                "pictureWidth", 1920, "pictureHeight", 1080, "pairs", new KnownGround(PLACE, 0, 1920, 1080).pairs(5));
        home.put("/api/cameras/" + CAMERA + "/calibration", calibration).expect(200);
        things.put("/api/clips/*", new KeptClip(jdbc).withHoldAndExport(CAMERA));
        things.put("/api/hotspots/analyses/*", idOf(home.post("/api/hotspots/analyses", Map.of("method", "kde"))));
        home.createToken("scope");
        things.put("/api/tokens/*", tokenOf(home));
        for (Role role : Role.values()) {
            CurrentUser person = open(EnumSet.of(role), FAR);
            farPeople.put(role, person);
            far.put(role, client().withToken(desk.issue(person, NewToken.full("scope", 1))));
        }
    }

    @AfterAll
    void empty() {
        Stream.of("incidents.assignment", "incidents.step", "incidents.report", "incidents.incident")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        new KeptClip(jdbc).forget(CAMERA);
        jdbc.sql("delete from cameras.camera where camera_id = ?").param(CAMERA).update();
        jdbc.sql("delete from dispatch.worker where worker_id = ?")
                .param(WORKER)
                .update();
        Town.clear(jdbc);
    }

    private Client client() {
        return Client.at(URI.create("http://localhost:" + port));
    }

    private CurrentUser open(Set<Role> roles, String scope) {
        String name = "scope-" + System.nanoTime();
        accounts.open(new NewAccount(name, name, roles, new Scope(scope), null, null), PASSWORD, "test");
        return new CurrentUser(name, name, roles, new Scope(scope), null, null);
    }

    private Client signedIn(CurrentUser user) {
        return client().signIn(user.username(), PASSWORD);
    }

    private static Map<String, Object> location() {
        return Map.of("type", "Point", "coordinates", List.of(PLACE.lng(), PLACE.lat()));
    }

    private static String idOf(Client.Reply created) {
        return created.expectSuccess().json().path("id").asString();
    }

    private static String tokenOf(Client client) {
        return client.get("/api/tokens")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
    }

    private String report() {
        Map<String, Object> body = Map.of(
                "kind", "SANITATION",
                "title", "路边垃圾",
                "description", "一堆",
                "location", location(),
                "occurredAt", "2026-03-05T13:50:00+08:00",
                "source", "HOTLINE_12345");
        return idOf(home.post("/api/incidents", body));
    }

    private String orderTo(String workerId) {
        String path = "/api/incidents/" + report() + "/actions";
        home.post(path, Map.of("action", "accept", "version", 0)).expect(200);
        home.post(path, Map.of("action", "assign", "version", 1, "workerIds", List.of(workerId)))
                .expect(200);
        return jdbc.sql("select id from incidents.assignment where worker_id = ?")
                .param(workerId)
                .query(UUID.class)
                .single()
                .toString();
    }

    private static Map<String, Object> amendment(String id) {
        return Map.of("id", id, "baseVersion", 0, "changes", Map.of("title", "路边两堆垃圾"), "base", Map.of());
    }

    private String riskPoint() {
        Map<String, Object> body =
                Map.of("name", "屋后边坡", "category", "SLOPE", "level", "RED", "owner", "村民委员会", "location", location());
        return idOf(home.post("/api/risk-points", body));
    }

    private String imported(Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("one.csv"), "lon,lat,at\n" + PLACE.lng() + "," + PLACE.lat() + ",2026-03-05 14:07\n");
        String mapping = "{\"lon\":\"lon\",\"lat\":\"lat\",\"occurredAt\":\"at\",\"kind\":\"=HELP\",\"title\":\"=求助\"}";
        home.upload("/api/incidents/import", file, Map.of("mapping", mapping, "importId", IMPORT))
                .expect(200);
        return IMPORT;
    }

    private static String door(AccessRules.Rule rule) {
        return rule.method() + " " + rule.pattern();
    }

    private static List<AccessRules.Rule> doorsToOneThing() {
        return AccessRules.RULES.stream()
                .filter(rule -> List.of(rule.pattern().split("/")).contains("*"))
                .filter(rule -> !NOT_BY_AREA.containsKey(door(rule)))
                .toList();
    }

    private static List<AccessRules.Rule> lists() {
        return AccessRules.RULES.stream()
                .filter(rule -> rule.method().equals("GET") && !rule.pattern().contains("*"))
                .filter(rule -> !rule.roles().isEmpty() && !FOR_ALL.containsKey(door(rule)))
                .toList();
    }

    /** The path to the thing of the home village; empty when nobody said what to try the door with. */
    private Optional<String> pathTo(AccessRules.Rule rule) {
        String pattern = rule.pattern();
        String upToThing = pattern.substring(0, pattern.indexOf("/*") + 2);
        return Optional.ofNullable(things.get(upToThing)).map(id -> pattern.replace("*", id));
    }

    private Client farPerson(AccessRules.Rule rule, Role role) {
        if (!rule.personOnly()) {
            return farClient(role);
        }
        CurrentUser person = Objects.requireNonNull(farPeople.get(role));
        return Objects.requireNonNull(farInPerson.computeIfAbsent(role, r -> signedIn(person)));
    }

    private Client farClient(Role role) {
        return Objects.requireNonNull(far.get(role));
    }

    private static Client.Reply call(Client client, String method, String path) {
        return method.equals("GET") ? client.get(path) : client.send(method, path, BODY);
    }

    /** Kept out, or told as of a thing that is not there. */
    private static boolean isKeptOut(Client.Reply reply) {
        return reply.status() == 403
                || reply.status() == 404
                || reply.status() == 204 && reply.text().isEmpty();
    }

    @Test
    void everyDoorToOneThingHasAThingToBeTriedWith() {
        assertThat(doorsToOneThing()).filteredOn(rule -> pathTo(rule).isEmpty()).isEmpty();
        List<String> all =
                AccessRules.RULES.stream().map(ScopeMatrixContract::door).toList();
        assertThat(all).containsAll(NOT_BY_AREA.keySet()).containsAll(FOR_ALL.keySet());
    }

    @Test
    void nobodyOpensAThingOfAnotherVillage() {
        List<String> wrong = new ArrayList<>();
        for (AccessRules.Rule rule : doorsToOneThing()) {
            for (Role role : rule.roles()) {
                if (MAY_CROSS.containsKey(role + " " + door(rule))) {
                    continue;
                }
                Client.Reply reply =
                        call(farPerson(rule, role), rule.method(), pathTo(rule).orElseThrow());
                if (!isKeptOut(reply)
                        || (reply.status() == 204 && !rule.method().equals("GET"))) {
                    wrong.add(role + " " + door(rule) + " answered " + reply.status() + " " + reply.text());
                }
            }
        }
        assertThat(wrong).isEmpty();
        // the same calls by the one at home: it is the village that keeps the others out
        assertThat(doorsToOneThing().stream()
                        .filter(rule -> !TICKET_FIRST.contains(door(rule)))
                        .filter(rule -> List.of(403, 404)
                                .contains(call(home, rule.method(), pathTo(rule).orElseThrow())
                                        .status()))
                        .map(ScopeMatrixContract::door))
                .isEmpty();
    }

    @Test
    void noListNamesAnotherVillage() {
        List<String> wrong = new ArrayList<>();
        for (AccessRules.Rule rule : lists()) {
            for (Role role : rule.roles()) {
                Client.Reply reply = farClient(role).get(withQuery(rule.pattern()));
                if (reply.text().contains(HOME) || reply.text().contains(things.get("/api/incidents/*"))) {
                    wrong.add(role + " " + door(rule));
                }
            }
        }
        assertThat(wrong).isEmpty();
        for (String list : List.of("incidents", "risk-points", "cameras", "workers", "grids", "live/snapshot")) {
            assertThat(home.get("/api/" + list).expect(200).text()).as(list).contains(HOME);
        }
    }

    private static String withQuery(String path) {
        return path.equals("/api/grids/at") ? path + "?lon=" + PLACE.lng() + "&lat=" + PLACE.lat() : path;
    }
}
