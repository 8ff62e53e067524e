package org.gridsight.app.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.Role;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The town of {@link HazardTown} before each test, a leader who asks, and nothing left of it afterwards. */
abstract class HazardTownCase {

    static final String STUDIES = "/api/hotspots/analyses";
    static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    PlaceSetUp setUp;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Analyses analyses;

    @Autowired
    HotspotRefresh refresh;

    @Autowired
    DayStudy days;

    @Autowired
    Questions questions;

    Client leader = Client.at(java.net.URI.create("http://localhost"));

    @BeforeEach
    void town() {
        HazardTown.empty(jdbc);
        HazardTown.fill(setUp, person(Role.GIS_EDITOR, Town.CODE), folder, days.today());
        leader = person(Role.LEADER, Town.CODE);
    }

    @AfterEach
    void leaveNothing() {
        HazardTown.empty(jdbc);
    }

    Client person(Role role, String scope) {
        return Town.person(port, accounts, role, scope);
    }

    static Map<String, Object> body(String method, Map<String, Object> parameters) {
        return Map.of("method", method, "parameters", parameters, "filter", Map.of("category", "HAZARD"));
    }

    /** Asks and waits until it is over. */
    static JsonNode study(Client client, Object body) {
        JsonNode[] answer = {client.post(STUDIES, body).expectSuccess().json()};
        String path = STUDIES + "/" + answer[0].path("id").asString();
        await().atMost(LIMIT).until(() -> {
            answer[0] = client.get(path).expect(200).json();
            return !answer[0].path("status").asString().equals("RUNNING");
        });
        return answer[0];
    }

    /** Asks for a map until it is there. */
    static JsonNode map(Client client, String query) {
        JsonNode[] answer = new JsonNode[1];
        await().atMost(LIMIT).until(() -> {
            Client.Reply reply = client.get("/api/hotspots" + query).expectSuccess();
            answer[0] = reply.json();
            assertThat(answer[0].path("status").asString("DONE")).isEqualTo(reply.status() == 202 ? "RUNNING" : "DONE");
            return reply.status() == 200;
        });
        return answer[0];
    }

    static JsonNode first(JsonNode map) {
        assertThat(map.path("features").size()).as(map.toString()).isPositive();
        return map.path("features").get(0).path("properties");
    }
}
