package org.gridsight.app.riskpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.Role;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Town;
import org.gridsight.spatial.Box;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the ledger must do on every database, over HTTP. */
abstract class RiskPointsContract {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    PlaceSetUp setUp;

    @Autowired
    RiskPointSnapshot snapshot;

    @Autowired
    JdbcClient jdbc;

    private Client duty = Client.at(java.net.URI.create("http://localhost"));

    @BeforeEach
    void town() {
        Town.clear(jdbc);
        Town.fill(setUp);
        duty = Town.person(port, accounts, Role.DISPATCHER, Town.CODE);
    }

    private static Map<String, Object> slope(double lng, double lat) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "屋后边坡");
        body.put("category", "SLOPE");
        body.put("level", "RED");
        body.put("owner", "立春村村民委员会");
        body.put("reviewedOn", "2026-03-05");
        body.put("location", Map.of("type", "Point", "coordinates", List.of(lng, lat)));
        return body;
    }

    @Test
    void entersAndListsOnTheMap() {
        JsonNode created =
                duty.post("/api/risk-points", slope(117.91, 35.81)).expect(201).json();
        assertThat(created.path("geometry").path("coordinates").get(0).asDouble())
                .isEqualTo(117.91);

        JsonNode all = duty.get("/api/risk-points").expect(200).json();
        assertThat(all.path("type").asString()).isEqualTo("FeatureCollection");
        JsonNode found = all.path("features").get(0).path("properties");
        assertThat(found.path("id").asString()).isEqualTo(created.path("id").asString());
        assertThat(found.path("category").asString()).isEqualTo("SLOPE");
        assertThat(found.path("gridCode").asString()).isEqualTo(Town.CODE + "201001");
        assertThat(found.path("reviewBy").asString()).isEqualTo("2026-03-12");
        assertThat(found.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(snapshot.features(
                        new Scope(Town.CODE),
                        Optional.empty(),
                        Optional.of(new Box(117.9, 35.8, 117.92, 35.82)),
                        true,
                        10))
                .hasSize(1);
        assertThat(snapshot.features(
                        new Scope(Town.CODE),
                        Optional.empty(),
                        Optional.of(new Box(117.93, 35.8, 117.94, 35.82)),
                        true,
                        10))
                .isEmpty();
    }

    @Test
    void answersARepeatWithTheSameRiskPoint() {
        Client.Reply first =
                duty.post("/api/risk-points", slope(117.91, 35.81), "key-" + port + "-" + System.nanoTime());
        String key = "key-" + System.nanoTime();
        String one = duty.post("/api/risk-points", slope(117.92, 35.81), key)
                .expect(201)
                .json()
                .path("id")
                .asString();
        String two = duty.post("/api/risk-points", slope(117.92, 35.81), key)
                .expect(201)
                .json()
                .path("id")
                .asString();
        assertThat(one).isEqualTo(two).isNotEqualTo(first.json().path("id").asString());
    }

    @Test
    void keepsAHistoryOfEveryChange() {
        String path = "/api/risk-points/"
                + duty.post("/api/risk-points", slope(117.91, 35.81))
                        .json()
                        .path("id")
                        .asString();
        JsonNode changed = duty.patch(path, Map.of("version", 0, "level", "YELLOW", "cycleDays", 30))
                .expect(200)
                .json();
        assertThat(changed.path("version").asLong()).isEqualTo(1);
        assertThat(changed.path("properties").path("reviewBy").asString()).isEqualTo("2026-04-04");
        duty.patch(path, Map.of("version", 1, "reviewedOn", "2026-04-01")).expect(200);

        JsonNode steps = duty.get(path + "/history").expect(200).json().path("items");
        assertThat(steps.size()).isEqualTo(3);
        assertThat(steps.get(1).path("changes").path("level").asString()).isEqualTo("RED -> YELLOW");
        assertThat(steps.get(2).path("action").asString()).isEqualTo("review");
        assertThat(steps.get(2).path("changes").path("reviewBy").asString()).isEqualTo("2026-04-04 -> 2026-05-01");
    }

    @Test
    void refusesAStaleChangeAndShowsTheCurrentState() {
        String path = "/api/risk-points/"
                + duty.post("/api/risk-points", slope(117.91, 35.81))
                        .json()
                        .path("id")
                        .asString();
        duty.patch(path, Map.of("version", 0, "status", "RECTIFYING")).expect(200);

        JsonNode problem = duty.patch(path, Map.of("version", 0, "status", "CLEARED"))
                .expect(409)
                .json();

        assertThat(problem.path("code").asString()).isEqualTo("risk-point.stale-version");
        assertThat(problem.path("current").path("version").asLong()).isEqualTo(1);
        assertThat(problem.path("current").path("status").asString()).isEqualTo("RECTIFYING");
    }

    @Test
    void tellsAllFaultsAtOnce() {
        Map<String, Object> bad = slope(35.81, 117.91);
        bad.put("category", "VOLCANO");
        bad.put("reviewedOn", "gestern");
        bad.remove("name");
        JsonNode problem = duty.post("/api/risk-points", bad).expect(422).json();
        assertThat(problem.path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("name", "category", "reviewedOn", "location");

        Map<String, Object> swapped = slope(35.81, 117.91);
        JsonNode place = duty.post("/api/risk-points", swapped).expect(422).json();
        assertThat(place.path("errors").get(0).path("message").asString()).startsWith("Latitude and longitude swapped");
    }

    @Test
    void showsAndTakesOnlyWhatLiesInTheScope() {
        String north = duty.post("/api/risk-points", slope(117.91, 35.83))
                .expect(201)
                .json()
                .path("id")
                .asString();
        Client south = Town.person(port, accounts, Role.VILLAGE_CLERK, Town.CODE + "201");

        assertThat(south.get("/api/risk-points").json().path("features").size()).isZero();
        south.get("/api/risk-points/" + north + "/history").expect(404);
        south.patch("/api/risk-points/" + north, Map.of("version", 0, "level", "BLUE"))
                .expect(404);
        south.post("/api/risk-points", slope(117.91, 35.83)).expect(403);
        south.post("/api/risk-points", slope(117.91, 35.81)).expect(201);
    }

    @Test
    void convertsGivenSystemsAndKeepsTheSource() {
        Map<String, Object> body = slope(0, 0);
        body.put("location", Map.of("type", "Point", "coordinates", List.of(582000.0, 3965000.0), "crs", "EPSG:4548"));
        JsonNode created = duty.post("/api/risk-points", body).expect(201).json();
        assertThat(created.path("geometry").path("coordinates").get(0).asDouble())
                .isBetween(117.9, 117.92);
        assertThat(jdbc.sql("select source_crs from riskpoints.risk_point")
                        .query(String.class)
                        .single())
                .isEqualTo("EPSG:4548");
    }

    @Test
    void keepsTheStatusAndTheDateItWasGiven() {
        Map<String, Object> body = slope(117.91, 35.81);
        body.put("status", "RECTIFYING");
        body.put("reviewBy", "2026-05-20");
        JsonNode created =
                duty.post("/api/risk-points", body).expect(201).json().path("properties");
        assertThat(created.path("status").asString()).isEqualTo("RECTIFYING");
        assertThat(created.path("reviewedOn").asString()).isEqualTo("2026-03-05");
        assertThat(created.path("reviewBy").asString()).isEqualTo("2026-05-20");
    }

    @Test
    void takesNoDateThatNobodyCanMean() {
        String path = "/api/risk-points/"
                + duty.post("/api/risk-points", slope(117.91, 35.81))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
        String later = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(2).toString();
        Map<String, String> reviews = Map.of("reviewedOn", later, "reviewBy", "+999999999-12-31");
        Map<String, String> early = Map.of("reviewedOn", "1999-12-31", "reviewBy", "-999999999-01-01");
        for (Map<String, String> dates : List.of(reviews, early)) {
            Map<String, Object> wanted = slope(117.91, 35.81);
            wanted.putAll(dates);
            Map<String, Object> change = new HashMap<>(dates);
            change.put("version", 0);
            for (Client.Reply reply : List.of(duty.post("/api/risk-points", wanted), duty.patch(path, change))) {
                assertThat(reply.expect(422).json().path("errors").findValuesAsString("field"))
                        .containsExactlyInAnyOrder("reviewedOn", "reviewBy");
            }
        }
    }

    @Test
    void tellsNothingAboutTheBodyToWhoeverMayNotSeeTheRiskPoint() {
        String north = duty.post("/api/risk-points", slope(117.91, 35.83))
                .expect(201)
                .json()
                .path("id")
                .asString();
        Client south = Town.person(port, accounts, Role.VILLAGE_CLERK, Town.CODE + "201");
        south.patch("/api/risk-points/" + north, Map.of("level", "PURPLE")).expect(404);
        duty.patch("/api/risk-points/" + north, Map.of("level", "PURPLE")).expect(422);
    }
}
