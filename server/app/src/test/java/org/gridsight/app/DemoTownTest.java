package org.gridsight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.RunningProduct;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a newcomer finds in a fresh demo, through the outside, with nothing happening by itself. */
class DemoTownTest {

    private static final String PASSWORD = "Demo-2026";

    @TempDir
    static Path folder;

    private static RunningProduct product;
    private static Client duty;

    @BeforeAll
    static void start() {
        product = RunningProduct.in(folder)
                .with("GRIDSIGHT_DEMO", "true")
                .with("GRIDSIGHT_DEMO_LIVE", "false")
                .with("GRIDSIGHT_DEMO_PASSWORD", PASSWORD)
                .start();
        duty = product.client().signIn("duty", PASSWORD);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    private static Client as(String account) {
        return product.client().signIn(account, PASSWORD);
    }

    private static JsonNode items(Client client, String path) {
        return client.get(path).expect(200).json().path("items");
    }

    @Test
    void marksItselfSynthetic() {
        JsonNode place = product.client().get("/api/about").expect(200).json();
        assertThat(place.path("name").asString()).isEqualTo("星野镇");
        assertThat(place.path("synthetic").asBoolean()).isTrue();
    }

    @Test
    void opensOneAccountPerRole() {
        for (String account : List.of(
                "screen",
                "duty",
                "leader",
                "worker",
                "clerk",
                "department",
                "supervisor",
                "gis",
                "video",
                "sysadmin",
                "secadmin",
                "auditor")) {
            as(account).get("/api/session").expect(200);
        }
        assertThat(as("worker").get("/api/session").json().path("workerId").asString())
                .isNotBlank();
    }

    @Test
    void hasAShiftRunning() {
        JsonNode workers = items(duty, "/api/workers");
        long onDuty = StreamSupport.stream(workers.spliterator(), false)
                .filter(worker -> worker.path("onDuty").asBoolean())
                .count();
        long fresh = StreamSupport.stream(workers.spliterator(), false)
                .filter(worker -> worker.path("positionAgeSeconds").isNumber())
                .count();
        assertThat(workers.size()).isEqualTo(43);
        assertThat(onDuty).isEqualTo(37);
        assertThat(fresh).isEqualTo(37);
    }

    @Test
    void hasAnOpenIncidentInEachState() {
        for (String status :
                List.of("REPORTED", "ACCEPTED", "ASSIGNED", "HANDLING", "HANDLED", "VERIFIED", "REVISITED")) {
            assertThat(items(duty, "/api/incidents?status=" + status).size())
                    .as(status)
                    .isPositive();
        }
        assertThat(duty.get("/api/figures").json().path("open").asInt()).isLessThan(60);
    }

    @Test
    void figuresCountTheirLists() {
        JsonNode figures = duty.get("/api/figures").expect(200).json();
        JsonNode red = items(
                duty,
                "/api/incidents?level=RED&status=REPORTED,ACCEPTED,ASSIGNED,HANDLING,HANDLED,VERIFIED,REVISITED&limit=500");
        assertThat(figures.path("red").asInt()).isEqualTo(red.size());
        assertThat(figures.path("trend").size()).isEqualTo(24);
        assertThat(figures.path("latest").size()).isEqualTo(3);
    }

    @Test
    void proposesWorkersAndCamerasForAnIncident() {
        String id =
                items(duty, "/api/incidents?status=REPORTED").get(0).path("id").asString();
        JsonNode workers = duty.get("/api/incidents/" + id + "/workers?limit=5")
                .expect(200)
                .json();
        assertThat(workers.size()).isEqualTo(5);
        assertThat(workers.get(0).path("why").asString()).isNotBlank();
        assertThat(workers.get(0).path("travelSeconds").asInt())
                .isLessThanOrEqualTo(workers.get(4).path("travelSeconds").asInt());
        JsonNode cameras = duty.get("/api/incidents/" + id + "/cameras?limit=4")
                .expect(200)
                .json();
        assertThat(cameras.size()).isEqualTo(4);
    }

    @Test
    void tellsTravelTimesByTheTownsOwnRoads() {
        Client english = as("duty").withHeader("Accept-Language", "en");
        String id = items(english, "/api/incidents?status=REPORTED")
                .get(0)
                .path("id")
                .asString();
        await("a network made of the demo's roads")
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> {
                    JsonNode workers = english.get("/api/incidents/" + id + "/workers?limit=3")
                            .expect(200)
                            .json();
                    assertThat(StreamSupport.stream(workers.spliterator(), false)
                                    .map(worker -> worker.path("why").asString()))
                            .hasSize(3)
                            .allMatch(why -> why.endsWith(", by road"));
                });
    }

    @Test
    void findsPlantedDuplicates() {
        String target = items(duty, "/api/incidents?status=MERGED&limit=500")
                .get(0)
                .path("id")
                .asString();
        JsonNode hints = items(duty, "/api/incidents/" + target + "/duplicates");
        assertThat(hints.size()).isPositive();
        assertThat(hints.get(0).path("distanceMetres").asInt()).isLessThanOrEqualTo(100);
        assertThat(hints.get(0).path("why").path("zh").asString()).contains("相距");
    }

    @Test
    void masksReportersAndRecordsUnmasking() {
        JsonNode incident = items(duty, "/api/incidents?status=REPORTED").get(0);
        String path = "/api/incidents/" + incident.path("id").asString();
        assertThat(duty.get(path).json().path("reporter").path("phone").asString())
                .contains("****");
        duty.post(path + "/reporter/unmask", Map.of()).expect(422);
        JsonNode clear = duty.post(path + "/reporter/unmask", Map.of("reason", "回拨核实"))
                .expect(200)
                .json();
        assertThat(clear.path("phone").asString()).doesNotContain("*");
        String audit = as("auditor").get("/api/audit?limit=50").expect(200).text();
        assertThat(audit).contains("incident.unmask-reporter", "回拨核实");
    }

    @Test
    void showsProgressToTheHolderOfTheCodeOnly() {
        String id =
                items(duty, "/api/incidents?status=HANDLING").get(0).path("id").asString();
        JsonNode incident = duty.get("/api/incidents/" + id).expect(200).json();
        String code = incident.path("caseCode").asString();
        String page = product.client().get("/progress/" + code).expect(200).text();
        assertThat(page)
                .contains(
                        incident.path("number").asString(),
                        incident.path("villageName").asString())
                .doesNotContain(incident.path("title").asString(), "演示人员");
        product.client().get("/progress/" + "0".repeat(26)).expect(404);
    }

    @Test
    void givesTheWallNeitherNamesNorDescriptions() {
        Client screen = as("screen");
        JsonNode incident = items(screen, "/api/incidents?limit=1").get(0);
        assertThat(incident.path("description").isNull()).isTrue();
        assertThat(incident.path("address").isNull()).isTrue();
        assertThat(items(screen, "/api/workers").get(0).path("name").isNull()).isTrue();
        assertThat(screen.get("/api/live/snapshot?streams=incidents")
                        .expect(200)
                        .text())
                .doesNotContain("演示人员");
    }

    @Test
    void showsAVillageClerkItsVillageAlone() {
        Client clerk = as("clerk");
        String village = clerk.get("/api/session").json().path("scope").asString();
        Set<String> villages = new HashSet<>();
        items(clerk, "/api/incidents?limit=500")
                .forEach(incident ->
                        villages.add(incident.path("gridCode").asString().substring(0, 12)));
        assertThat(villages).containsExactly(village);
    }

    @Test
    void takesPositionsOnlyOnDuty() {
        Client worker = as("worker");
        List<Map<String, Object>> here = List.of(Map.of(
                "lon",
                117.9,
                "lat",
                35.8,
                "accuracyMetres",
                8,
                "at",
                Instant.now().toString()));
        worker.put("/api/workers/me/duty", Map.of("onDuty", false)).expect(200);
        assertThat(worker.post("/api/workers/me/positions", here)
                        .expect(409)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("dispatch.off-duty");
        worker.put("/api/workers/me/duty", Map.of("onDuty", true)).expect(200);
        worker.post("/api/workers/me/positions", here).expect(204);
        JsonNode bad = worker.post(
                        "/api/workers/me/positions",
                        List.of(Map.of(
                                "lon",
                                0,
                                "lat",
                                0,
                                "at",
                                Instant.now().plusSeconds(900).toString())))
                .expect(422)
                .json();
        assertThat(bad.path("errors").size()).isEqualTo(2);
        worker.put("/api/workers/me/duty", Map.of("onDuty", false)).expect(200);
        assertThat(duty.get("/api/workers").text()).doesNotContain("\"position\":{\"lng\":117.9,\"lat\":35.8}");
    }

    @Test
    void findsThePlantedHotspotsAndNoOthers() {
        PlantedHotspots study = new PlantedHotspots(as("leader"));
        study.areFound();
        study.stormIsASurge();
        study.trapsAreNamed();
    }

    @Test
    void hasAFirstMapSoonAndWithoutFurtherHappenings() {
        PlantedHotspots.showsTheHotspotOfTheLastWeeks(as("leader"));
    }
}
