package org.gridsight.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.NewAccount;
import org.gridsight.app.access.Role;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.LiveSocket;
import org.gridsight.app.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Grid workers are entered, and one is moved to another grid while he has an order in hand: on every database. */
abstract class MovedWorkerContract {

    private static final String VILLAGE = Town.CODE + "201";
    private static final String OTHER_VILLAGE = Town.CODE + "202";
    private static final String GRID = VILLAGE + "001";
    private static final String OTHER_GRID = OTHER_VILLAGE + "001";
    private static final String PASSWORD = "Right-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PlaceSetUp setUp;

    @Autowired
    private JdbcClient jdbc;

    private final String workerId = "m" + System.nanoTime();
    private Client supervisor = Client.at(URI.create("http://localhost"));

    @BeforeEach
    void town() {
        Town.clear(jdbc);
        Town.fill(setUp);
        supervisor = Town.person(port, accounts, Role.SUPERVISOR, Town.CODE);
    }

    private Map<String, Object> body(String grid) {
        return Map.of("workerId", workerId, "name", "演示人员" + workerId, "gridCode", grid, "skills", List.of("DISPUTE"));
    }

    private Client enterOnDuty() {
        supervisor.post("/api/workers", body(GRID)).expect(201);
        accounts.open(
                new NewAccount(workerId, "网格员", Set.of(Role.GRID_WORKER), new Scope(GRID), workerId, null),
                PASSWORD,
                "test");
        Client worker = Client.at(URI.create("http://localhost:" + port)).signIn(workerId, PASSWORD);
        worker.put("/api/workers/me/duty", Map.of("onDuty", true)).expect(200);
        worker.post(
                        "/api/workers/me/positions",
                        List.of(Map.of(
                                "lon", 117.91, "lat", 35.81, "at", Instant.now().toString())))
                .expect(204);
        return worker;
    }

    private JsonNode move(String grid) {
        long version = supervisor
                .get("/api/workers")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(each -> each.path("workerId").asString().equals(workerId))
                .findFirst()
                .orElseThrow()
                .path("version")
                .asLong();
        return supervisor
                .patch("/api/workers/" + workerId, Map.of("version", version, "gridCode", grid))
                .expect(200)
                .json();
    }

    private static LiveSocket watch(Client person) {
        LiveSocket socket = person.live();
        socket.send(Map.of("op", "subscribe", "streams", List.of(), "positions", true));
        return socket;
    }

    private JsonNode act(Client person, String incident, Map<String, Object> move) {
        return person.post("/api/incidents/" + incident + "/actions", move)
                .expect(200)
                .json();
    }

    @Test
    void isEnteredOnceAndInAGridThatExists() {
        JsonNode entered =
                supervisor.post("/api/workers", body(GRID)).expect(201).json();
        assertThat(entered.path("onDuty").asBoolean()).isFalse();
        assertThat(entered.path("skills").toString()).isEqualTo("[\"DISPUTE\"]");
        assertThat(supervisor
                        .post("/api/workers", body(OTHER_GRID))
                        .expect(409)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("dispatch.id-taken");
        JsonNode bad = supervisor
                .post("/api/workers", Map.of("workerId", "§", "gridCode", VILLAGE + "999", "skills", List.of("FLY")))
                .expect(422)
                .json();
        assertThat(bad.path("errors")
                        .valueStream()
                        .map(each -> each.path("field").asString()))
                .containsExactlyInAnyOrder("workerId", "name", "gridCode", "skills");
        Client neighbour = Town.person(port, accounts, Role.SUPERVISOR, OTHER_VILLAGE);
        neighbour.post("/api/workers", body(GRID)).expect(403);
        neighbour
                .patch("/api/workers/" + workerId, Map.of("version", 0, "gridCode", OTHER_GRID))
                .expect(404);
    }

    @Test
    void ofTwoWhoChangeHimAtOnceTheSecondIsTold() {
        supervisor.post("/api/workers", body(GRID)).expect(201);
        String path = "/api/workers/" + workerId;
        supervisor.patch(path, Map.of("version", 0, "gridCode", OTHER_GRID)).expect(200);
        JsonNode refused = supervisor
                .patch(path, Map.of("version", 0, "name", "演示人员改"))
                .expect(409)
                .json();
        assertThat(refused.path("current").path("gridCode").asString()).isEqualTo(OTHER_GRID);
    }

    @Test
    void keepsTheOrderInHandWhenHeIsMoved() {
        Client worker = enterOnDuty();
        Client officer = Town.person(port, accounts, Role.DISPATCHER, Town.CODE);
        String incident = officer.post(
                        "/api/incidents",
                        Map.of(
                                "kind",
                                "DISPUTE",
                                "title",
                                "宅基地边界争议",
                                "description",
                                "两家说法不一",
                                "location",
                                Map.of("type", "Point", "coordinates", List.of(117.91, 35.81)),
                                "occurredAt",
                                Instant.now().toString(),
                                "source",
                                "HOTLINE_12345"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        act(officer, incident, Map.of("action", "accept", "version", 0));
        act(officer, incident, Map.of("action", "assign", "version", 1, "workerIds", List.of(workerId)));

        assertThat(move(OTHER_GRID).path("gridCode").asString()).isEqualTo(OTHER_GRID);

        // his phone was offline all the while: what he did there arrives now
        JsonNode orders =
                worker.get("/api/workers/me/orders").expect(200).json().path("items");
        assertThat(orders.get(0).path("incidentId").asString()).isEqualTo(incident);
        JsonNode begun = act(worker, incident, Map.of("action", "start", "version", 2));
        JsonNode done = act(
                worker,
                incident,
                Map.of("action", "handle", "version", begun.path("version").asLong(), "result", "双方和解"));
        assertThat(done.path("status").asString()).isEqualTo("HANDLED");
    }

    @Test
    void leavesTheMapOfTheOldVillageAndStandsOnThatOfTheNew() {
        enterOnDuty();
        Client former = Town.person(port, accounts, Role.DISPATCHER, VILLAGE);
        Client next = Town.person(port, accounts, Role.DISPATCHER, OTHER_VILLAGE);
        try (LiveSocket old = watch(former);
                LiveSocket fresh = watch(next)) {
            old.awaitFrame(frame -> frame.path("items").toString().contains(workerId));
            move(OTHER_GRID);
            old.awaitFrame(frame -> frame.path("gone").toString().contains(workerId));
            fresh.awaitFrame(frame -> frame.path("items").toString().contains(workerId));
        }
    }
}
