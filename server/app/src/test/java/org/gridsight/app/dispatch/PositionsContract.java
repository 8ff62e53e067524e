package org.gridsight.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.NewAccount;
import org.gridsight.app.access.Role;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Where workers are, only on duty; who may share it by itself, and who looked: on every database. */
abstract class PositionsContract {

    private static final String GRID = Town.CODE + "201001";
    private static final String OTHER_GRID = Town.CODE + "202001";
    private static final String PASSWORD = "Right-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PlaceSetUp setUp;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JdbcTemplate batches;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private PositionArchive archive;

    @Autowired
    private DispatchSettings settings;

    @Autowired
    private Workforce workforce;

    private String workerId = "";
    private Client worker = Client.at(URI.create("http://localhost"));
    private Client leader = Client.at(URI.create("http://localhost"));

    @BeforeEach
    void town() {
        Town.clear(jdbc);
        Town.fill(setUp);
        jdbc.sql("delete from dispatch.emergency").update();
        jdbc.sql("delete from dispatch.look").update();
        workerId = "w" + System.nanoTime();
        worker = worker(workerId, GRID);
        leader = Town.person(port, accounts, Role.LEADER, Town.CODE);
    }

    private Client worker(String id, String grid) {
        workforce.register(List.of(new NewWorker(id, "演示人员" + id, grid, Set.of(), true)), "test");
        accounts.open(
                new NewAccount(id, "网格员" + id, Set.of(Role.GRID_WORKER), new Scope(grid), id, null), PASSWORD, "test");
        return Client.at(URI.create("http://localhost:" + port)).signIn(id, PASSWORD);
    }

    private static Map<String, Object> fix(double lng, double lat, Instant at) {
        return Map.of("lon", lng, "lat", lat, "accuracyMetres", 8, "at", at.toString());
    }

    private JsonNode seen(String id) {
        for (JsonNode each : leader.get("/api/workers").expect(200).json().path("items")) {
            if (each.path("workerId").asString().equals(id)) {
                return each;
            }
        }
        throw new AssertionError("no worker " + id);
    }

    private double seenLng() {
        return seen(workerId).path("position").path("lng").asDouble();
    }

    @Test
    void aJumpWaitsUntilItIsConfirmed() {
        Instant now = Instant.now();
        worker.post("/api/workers/me/positions", List.of(fix(117.91, 35.81, now.minusSeconds(60))))
                .expect(204);
        JsonNode held = worker.post("/api/workers/me/positions", List.of(fix(118.60, 35.81, now.minusSeconds(50))))
                .expect(200)
                .json();
        assertThat(held.path("held").toString()).isEqualTo("[0]");
        assertThat(seenLng()).isEqualTo(117.91);
        worker.post("/api/workers/me/positions", List.of(fix(118.6001, 35.81, now.minusSeconds(20))))
                .expect(204);
        assertThat(seenLng()).isEqualTo(118.6001);
    }

    @Test
    void saysWhatIsWrongWithAPosition() {
        Instant now = Instant.now();
        JsonNode bad = worker.post(
                        "/api/workers/me/positions",
                        List.of(
                                fix(35.81, 117.91, now),
                                fix(0, 0, now),
                                fix(117.91, 35.81, now.plusSeconds(3_600)),
                                fix(217, 35.81, now)))
                .expect(422)
                .json();
        assertThat(bad.path("errors").size()).isEqualTo(4);
        assertThat(bad.path("errors").path(0).path("field").asString()).isEqualTo("[0].lon");
        assertThat(seen(workerId).path("position").isObject()).isFalse();
    }

    @Test
    void aDeviceWhoseClockRunsAheadLooksNoFresherThanItIs() {
        worker.post(
                        "/api/workers/me/positions",
                        List.of(fix(117.91, 35.81, Instant.now().plusSeconds(60))))
                .expect(204);
        Instant kept = archiveOf(workerId).get(0).at();
        assertThat(kept).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void twoDevicesOfOneWorkerShowTheNewerFixWhicheverComesLast() {
        Instant now = Instant.now();
        Client tablet = Client.at(URI.create("http://localhost:" + port)).signIn(workerId, PASSWORD);
        worker.post("/api/workers/me/positions", List.of(fix(117.912, 35.81, now.minusSeconds(5))))
                .expect(204);
        tablet.post("/api/workers/me/positions", List.of(fix(117.911, 35.81, now.minusSeconds(30))))
                .expect(204);
        assertThat(seenLng()).isEqualTo(117.912);
    }

    @Test
    void onlyWhoSendsOrLeadsPeopleSeesWhereTheyAre() {
        worker.post("/api/workers/me/positions", List.of(fix(117.91, 35.81, Instant.now())))
                .expect(204);
        String snapshot = "/api/live/snapshot?streams=tasks";
        assertThat(leader.get(snapshot).expect(200).json().path("positions").toString())
                .contains(workerId);
        Client clerk = Town.person(port, accounts, Role.VILLAGE_CLERK, Town.CODE);
        JsonNode listed = clerk.get("/api/workers").expect(200).json().path("items");
        assertThat(listed.toString()).contains(workerId).doesNotContain("117.91");
        assertThat(listed.valueStream()
                        .allMatch(each -> each.path("positionAgeSeconds").isNull()))
                .isTrue();
        assertThat(clerk.get(snapshot).expect(200).json().path("positions")).isEmpty();
    }

    @Test
    void offDutyForgetsAtOnceAndTakesNothing() {
        Instant now = Instant.now();
        worker.post("/api/workers/me/positions", List.of(fix(117.91, 35.81, now)))
                .expect(204);
        worker.put("/api/workers/me/duty", Map.of("onDuty", false)).expect(200);
        assertThat(seen(workerId).path("position").isObject()).isFalse();
        worker.post("/api/workers/me/positions", List.of(fix(117.91, 35.81, now)))
                .expect(409);
        worker.put("/api/workers/me/duty", Map.of("onDuty", true)).expect(200);
        assertThat(seen(workerId).path("position").isObject()).isFalse();
        worker.post("/api/workers/me/positions", List.of(fix(117.91, 35.81, now)))
                .expect(204);
        assertThat(seenLng()).isEqualTo(117.91);
    }

    @Test
    void whatWasBeforeDutyIsNotTaken() {
        worker.put("/api/workers/me/duty", Map.of("onDuty", false)).expect(200);
        worker.put("/api/workers/me/duty", Map.of("onDuty", true)).expect(200);
        worker.post(
                        "/api/workers/me/positions",
                        List.of(fix(117.91, 35.81, Instant.now().minus(Duration.ofMinutes(20)))))
                .expect(204);
        JsonNode own = worker.get("/api/workers/me").expect(200).json();
        assertThat(own.path("workerId").asString()).isEqualTo(workerId);
        assertThat(own.path("position").isObject()).isFalse();
        assertThat(archiveOf(workerId)).isEmpty();
        assertThat(looks(worker)).as("one's own record is no look at others").isEmpty();
    }

    private List<Fix> archiveOf(String id) {
        archive.write();
        return archive.since(Instant.now().minus(Duration.ofDays(60))).stream()
                .filter(fix -> fix.workerId().equals(id))
                .toList();
    }

    @Test
    void historyIsBlurredThenDeleted() {
        Instant now = Instant.now();
        worker.post("/api/workers/me/positions", List.of(fix(117.9123, 35.8123, now)))
                .expect(204);
        worker.post("/api/workers/me/positions", List.of(fix(117.9123, 35.8123, now)))
                .expect(204);
        assertThat(archiveOf(workerId)).extracting(Fix::place).extracting("lng").containsExactly(117.9123);
        after(settings.positionBlurAfter().plusHours(1)).blurAndDelete();
        Fix blurred = archiveOf(workerId).get(0);
        assertThat(blurred.place().lng()).isNotEqualTo(117.9123);
        assertThat(blurred.place().metresTo(new org.gridsight.spatial.LngLat(117.9123, 35.8123)))
                .isLessThan(355);
        after(settings.positionBlurAfter().plusHours(2)).blurAndDelete();
        assertThat(archiveOf(workerId).get(0).place()).isEqualTo(blurred.place());
        after(settings.positionRetention().plusHours(1)).blurAndDelete();
        assertThat(archiveOf(workerId)).isEmpty();
    }

    private PositionArchive after(Duration time) {
        return new PositionArchive(
                batches,
                transaction,
                settings,
                new io.micrometer.core.instrument.simple.SimpleMeterRegistry(),
                Clock.offset(Clock.systemUTC(), time));
    }

    @Test
    void aLeaderDeclaresAnEmergencyForHours() {
        JsonNode bad = leader.post("/api/emergencies", Map.of("hours", 13, "scope", "x"))
                .expect(422)
                .json();
        assertThat(bad.path("errors").size()).isEqualTo(3);
        leader.post("/api/emergencies", Map.of("reason", "防汛", "hours", 2, "scope", "990002"))
                .expect(403);
        JsonNode declared = leader.post("/api/emergencies", Map.of("reason", "防汛", "hours", 2, "scope", GRID))
                .expect(201)
                .json();
        assertThat(declared.path("reason").asString()).isEqualTo("防汛");
        assertThat(Duration.between(
                        Instant.parse(declared.path("declaredAt").asString()),
                        Instant.parse(declared.path("endsAt").asString())))
                .isEqualTo(Duration.ofHours(2));
        leader.post("/api/emergencies", Map.of("reason", "again", "hours", 1, "scope", GRID))
                .expect(409);
        assertThat(current(worker)).isEqualTo(1);
        assertThat(current(leader)).isEqualTo(1);
        assertThat(current(worker("x" + System.nanoTime(), OTHER_GRID))).isZero();
        leader.delete("/api/emergencies/" + declared.path("id").asString()).expect(204);
        leader.delete("/api/emergencies/" + declared.path("id").asString()).expect(404);
        leader.delete("/api/emergencies/nonsense").expect(404);
        assertThat(current(worker)).isZero();
    }

    private static int current(Client person) {
        return person.get("/api/emergencies/current")
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    @Test
    void ofTwoLeadersAtOnceOneDeclares() throws Exception {
        Client second = Town.person(port, accounts, Role.LEADER, Town.CODE);
        Map<String, Object> body = Map.of("reason", "防汛", "hours", 1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 5; round++) {
                List<Callable<Client.Reply>> calls = List.of(
                        () -> leader.post("/api/emergencies", body), () -> second.post("/api/emergencies", body));
                List<Client.Reply> answers = new ArrayList<>();
                for (Future<Client.Reply> answer : threads.invokeAll(calls)) {
                    answers.add(answer.get());
                }
                assertThat(answers).extracting(Client.Reply::status).containsExactlyInAnyOrder(201, 409);
                answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .forEach(won -> leader.delete("/api/emergencies/"
                                        + won.json().path("id").asString())
                                .expect(204));
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void anEmergencyIsOverByItself() {
        leader.post("/api/emergencies", Map.of("reason", "防汛", "hours", 1)).expect(201);
        jdbc.sql("update dispatch.emergency set ends_at = ?")
                .param(java.sql.Timestamp.from(Instant.now().minusSeconds(1)))
                .update();
        assertThat(current(worker)).isZero();
        leader.post("/api/emergencies", Map.of("reason", "防汛", "hours", 1)).expect(201);
    }

    @Test
    void aWorkerReadsWhoLooked() {
        assertThat(looks(worker)).isEmpty();
        leader.get("/api/workers").expect(200);
        assertThat(looks(worker)).hasSize(1);
        assertThat(looks(worker).get(0).path("by").asString()).isEqualTo("测试人员");
        assertThat(looks(worker).get(0).path("why").path("zh").asString()).isNotBlank();
        Town.person(port, accounts, Role.VILLAGE_CLERK, Town.CODE + "202")
                .get("/api/workers")
                .expect(200);
        worker.get("/api/workers").expect(200);
        assertThat(looks(worker))
                .as("a look at another village is none at him, nor is his own")
                .hasSize(1);
    }

    private static List<JsonNode> looks(Client person) {
        return person.get("/api/workers/me/looks")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }
}
