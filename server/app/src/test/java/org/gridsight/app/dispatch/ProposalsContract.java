package org.gridsight.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.NewAccount;
import org.gridsight.app.access.Role;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Town;
import org.gridsight.spatial.LngLat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The list of those who could go, over HTTP, in a town of four grids without roads. */
abstract class ProposalsContract {

    private static final String FIRST_GRID = Town.CODE + "201001";
    private static final String OTHER_GRID = Town.CODE + "202002";
    private static final LngLat CASE = new LngLat(Town.WEST + 0.005, Town.SOUTH + 0.005);

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    PlaceSetUp setUp;

    @Autowired
    Workforce workforce;

    @Autowired
    JdbcClient jdbc;

    private final String mark = Long.toString(System.nanoTime());
    private Client duty = Client.at(URI.create("http://localhost"));

    @BeforeEach
    void town() {
        empty();
        Town.fill(setUp);
        duty = Town.person(port, accounts, Role.DISPATCHER, Town.CODE).withHeader("Accept-Language", "zh-CN");
    }

    @AfterEach
    void empty() {
        for (String table : List.of(
                "incidents.assignment",
                "incidents.step",
                "incidents.report",
                "incidents.incident",
                "dispatch.worker",
                "dispatch.position_fix")) {
            jdbc.sql("delete from " + table).update();
        }
        Town.clear(jdbc);
    }

    /** On duty, so many metres east of the case, seen so long ago. */
    private String worker(String name, String grid, double metresEast, Duration age, String... skills) {
        String id = name + mark;
        workforce.register(List.of(new NewWorker(id, name, grid, Set.of(skills), true)), "test");
        LngLat place = new LngLat(CASE.lng() + metresEast / 90_000, CASE.lat());
        workforce.locate(id, List.of(new Position(place, 5, Instant.now().minus(age))));
        return id;
    }

    private String worker(String name, double metresEast, String... skills) {
        return worker(name, OTHER_GRID, metresEast, Duration.ofMinutes(1), skills);
    }

    private String report(String kind, String category) {
        Map<String, Object> body = new HashMap<>();
        body.put("kind", kind);
        body.put("title", "路口有事");
        body.put("description", "有人报告");
        body.put("location", Map.of("type", "Point", "coordinates", List.of(CASE.lng(), CASE.lat())));
        body.put("occurredAt", "2026-03-05T13:50:00+08:00");
        body.put("source", "HOTLINE_12345");
        if (!category.isEmpty()) {
            body.put("category", category);
        }
        return duty.post("/api/incidents", body).expect(201).json().path("id").asString();
    }

    private void move(Client who, String incident, String action, Map<String, Object> fields) {
        Map<String, Object> body = new HashMap<>(fields);
        body.put("action", action);
        body.put(
                "version",
                duty.get("/api/incidents/" + incident)
                        .expect(200)
                        .json()
                        .path("version")
                        .asLong());
        who.post("/api/incidents/" + incident + "/actions", body).expect(200);
    }

    private String sentTo(String workerId) {
        String incident = report("HELP", "");
        move(duty, incident, "accept", Map.of());
        move(duty, incident, "assign", Map.of("workerIds", List.of(workerId)));
        return incident;
    }

    private List<JsonNode> offered(String incident) {
        JsonNode rows = duty.get("/api/incidents/" + incident + "/workers?limit=20")
                .expect(200)
                .json();
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }

    private static List<String> names(List<JsonNode> rows) {
        return rows.stream().map(row -> row.path("name").asString()).toList();
    }

    private static List<String> reasons(JsonNode row) {
        return StreamSupport.stream(row.path("reasons").spliterator(), false)
                .map(reason -> reason.path("code").asString())
                .toList();
    }

    @Test
    void offersTheFreeBeforeThoseWithOrdersAndTheStaleNever() {
        String near = worker("near", 100);
        worker("far", 900);
        worker("home", FIRST_GRID, 910, Duration.ofMinutes(2));
        worker("stale", FIRST_GRID, 50, Duration.ofMinutes(31));
        String incident = report("HELP", "");
        assertThat(names(offered(incident))).containsExactly("near", "home", "far");
        sentTo(near);
        List<JsonNode> rows = offered(incident);
        assertThat(names(rows)).containsExactly("home", "far", "near");
        assertThat(rows.get(0).path("positionAgeSeconds").asLong()).isBetween(120L, 1000L);
        assertThat(rows.get(0).path("homeGrid").asBoolean()).isTrue();
        assertThat(rows.get(0).path("basis").asString()).isEqualTo("STRAIGHT_LINE");
        assertThat(reasons(rows.get(0))).containsExactly("FREE", "HOME_GRID", "SKILLED", "ESTIMATE");
        assertThat(rows.get(2).path("load").asInt()).isEqualTo(1);
        assertThat(rows.get(2).path("available").asBoolean()).isTrue();
        assertThat(rows.get(2).path("why").asString()).startsWith("手上有 1 件派单");
    }

    @Test
    void plansForAllThatWaitAndSendsNobody() {
        worker("one", 100);
        worker("two", 400);
        String plain = report("HELP", "");
        String hazard = report("HAZARD", "");
        move(duty, plain, "accept", Map.of());
        move(duty, hazard, "accept", Map.of());
        report("HELP", "");
        JsonNode plan = duty.post("/api/dispatch/plans", Map.of()).expect(200).json();
        assertThat(plan.path("orders").size()).isEqualTo(2);
        assertThat(plan.path("left").size()).isZero();
        assertThat(plan.path("weightedSeconds").asLong())
                .isPositive()
                .isLessThanOrEqualTo(plan.path("greedyWeightedSeconds").asLong());
        assertThat(plan.path("orders").path(0).path("basis").asString()).isEqualTo("STRAIGHT_LINE");
        assertThat(status(plain)).isEqualTo("ACCEPTED");
        JsonNode one = duty.post("/api/dispatch/plans", Map.of("incidentIds", List.of(hazard)))
                .expect(200)
                .json();
        assertThat(one.path("orders").size()).isEqualTo(1);
        assertThat(one.path("orders").path(0).path("workerName").asString()).isEqualTo("one");
        duty.post("/api/dispatch/plans", Map.of("incidentIds", List.of("nonsense")))
                .expect(404);
        jdbc.sql("update dispatch.worker set on_duty = false").update();
        JsonNode nobody = duty.post("/api/dispatch/plans", Map.of()).expect(200).json();
        assertThat(nobody.path("left").size()).isEqualTo(2);
        assertThat(nobody.path("left").path(0).path("reason").path("zh").asString())
                .startsWith("没有在岗");
    }

    private String status(String incident) {
        return duty.get("/api/incidents/" + incident)
                .expect(200)
                .json()
                .path("status")
                .asString();
    }

    @Test
    void knowsWhoIsTrainedForTheCategoryInEitherList() {
        worker("law", 300, "DISPUTE", "A10");
        worker("any", 600, "DISPUTE");
        worker("help", 100, "HELP");
        assertThat(names(offered(report("DISPUTE", "B07")))).containsExactly("law", "any", "help");
        List<JsonNode> neighbours = offered(report("DISPUTE", "A02"));
        assertThat(names(neighbours)).containsExactly("any", "help", "law");
        assertThat(reasons(neighbours.get(1))).contains("NOT_SKILLED");
        assertThat(names(offered(report("DISPUTE", "")))).containsExactly("law", "any", "help");
    }

    @Test
    void whoeverWorkedForHoursIsOfferedLastWithWords() {
        String tired = worker("tired", 50);
        worker("fresh", 900);
        String incident = sentTo(tired);
        Instant now = Instant.now();
        jdbc.sql("update incidents.assignment set begun_at = ?, ended_at = ?, status = 'DONE' where worker_id = ?")
                .params(
                        Timestamp.from(now.minus(Duration.ofHours(5))),
                        Timestamp.from(now.minus(Duration.ofMinutes(1))),
                        tired)
                .update();
        List<JsonNode> rows = offered(incident);
        assertThat(names(rows)).containsExactly("fresh", "tired");
        assertThat(rows.get(1).path("available").asBoolean()).isFalse();
        assertThat(Instant.parse(rows.get(1).path("restUntil").asString())).isAfter(now);
        assertThat(rows.get(1).path("why").asString()).contains("休息中");
    }

    @Test
    void whoeverIsSentIsNotOfferedAgainAndWhoeverGaveItBackLate() {
        String first = worker("first", 100);
        worker("second", 500);
        String incident = sentTo(first);
        assertThat(names(offered(incident))).containsExactly("second");
        Client worker = workerAccount(first);
        move(worker, incident, "return", Map.of("reason", "不在附近"));
        List<JsonNode> rows = offered(incident);
        assertThat(names(rows)).containsExactly("second", "first");
        assertThat(reasons(rows.get(1))).contains("DECLINED");
    }

    private Client workerAccount(String workerId) {
        String name = "prop-" + System.nanoTime();
        accounts.open(
                new NewAccount(name, "网格员", Set.of(Role.GRID_WORKER), new Scope(OTHER_GRID), workerId, null),
                "Worker-2026-x",
                "test");
        return Client.at(URI.create("http://localhost:" + port)).signIn(name, "Worker-2026-x");
    }

    @Test
    void saysWhichGridsNobodyFreeReachesAnyMore() {
        worker("only", 100);
        String incident = report("HELP", "");
        JsonNode alone = offered(incident).get(0);
        assertThat(alone.path("leavesUncovered").size()).isEqualTo(4);
        assertThat(alone.path("leavesUncovered").get(0).path("gridCode").asString())
                .isEqualTo(FIRST_GRID);
        worker("another", 700);
        assertThat(offered(incident))
                .allSatisfy(
                        row -> assertThat(row.path("leavesUncovered").size()).isZero());
    }
}
