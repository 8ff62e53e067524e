package org.gridsight.app.cameras;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.Role;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A small town with a video manager and a duty officer, for the contracts of this room. */
abstract class CameraTown {

    static final String SECRET = "Kamera-Passwort-7";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    PlaceSetUp setUp;

    @Autowired
    JdbcClient jdbc;

    Client video = Client.at(java.net.URI.create("http://localhost"));
    Client duty = Client.at(java.net.URI.create("http://localhost"));

    @BeforeEach
    void town() {
        Town.clear(jdbc);
        Town.fill(setUp);
        video = person(Role.VIDEO_MANAGER, Town.CODE);
        duty = person(Role.DISPATCHER, Town.CODE);
    }

    Client person(Role role, String scope) {
        return Town.person(port, accounts, role, scope);
    }

    static Map<String, Object> camera() {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "村口球机");
        body.put("kind", "PTZ");
        body.put("location", Map.of("type", "Point", "coordinates", List.of(117.91, 35.81)));
        body.put("heading", 45);
        body.put("fieldOfView", 60);
        body.put("rangeMetres", 80);
        body.put("streamUrl", "rtsp://10.9.8.7:8554/ch1");
        body.put("username", "kamera-nutzer");
        body.put("password", SECRET);
        return body;
    }

    String enter(Map<String, Object> body) {
        return video.post("/api/cameras", body).expect(201).json().path("id").asString();
    }

    static Map<String, Object> patrol() {
        return Map.of("purpose", "PATROL", "reason", "夜间巡查");
    }

    static String ticket(Client person, String camera) {
        return person.post("/api/cameras/" + camera + "/tickets", patrol())
                .expect(201)
                .json()
                .path("ticket")
                .asString();
    }

    static List<String> faulty(Client.Reply reply) {
        JsonNode problem = reply.expect(422).json();
        return problem.path("errors").findValuesAsString("field");
    }
}
