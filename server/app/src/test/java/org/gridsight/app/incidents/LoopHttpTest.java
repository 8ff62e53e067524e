package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.LiveSocket;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The loop as an outside program meets it: names, statuses and order of refusals of contract.md. */
class LoopHttpTest extends LoopDoors {

    private static Client.Reply act(Client client, JsonNode incident, Map<String, Object> fields) {
        Map<String, Object> body = new HashMap<>(fields);
        body.putIfAbsent(
                "version", client.get(path(incident)).json().path("version").asLong());
        return client.post(path(incident) + "/actions", body);
    }

    private static String path(JsonNode incident) {
        return "/api/incidents/" + incident.path("id").asString();
    }

    @Test
    void reportAnswersWithPlaceNumberAndCode() {
        Client duty = duty();
        Client.Reply reply = duty.post("/api/incidents", Town.body("路边垃圾")).expect(201);
        JsonNode incident = reply.json();
        assertThat(reply.headers().get("location")).endsWith(path(incident));
        assertThat(incident.path("status").asString()).isEqualTo("REPORTED");
        assertThat(incident.path("gridCode").asString()).isEqualTo(Town.FIRST_GRID);
        assertThat(incident.path("number").asString()).matches("2026-\\d{6}");
        assertThat(incident.path("seq").isIntegralNumber()).isTrue();
        assertThat(incident.path("version").asLong()).isZero();
        assertThat(incident.path("caseCode").asString()).hasSize(26);
        assertThat(incident.path("location").path("coordinates").get(0).asDouble())
                .isEqualTo(Town.WEST + 0.01);
        JsonNode bySeq = duty.get("/api/incidents/" + incident.path("seq").asLong())
                .expect(200)
                .json();
        assertThat(bySeq.path("id")).isEqualTo(incident.path("id"));
    }

    @Test
    void sameKeyGivesTheSameIncident() {
        Client duty = duty();
        String key = "key-" + System.nanoTime();
        JsonNode first =
                duty.post("/api/incidents", Town.body("一次"), key).expect(201).json();
        JsonNode again =
                duty.post("/api/incidents", Town.body("一次"), key).expect(201).json();
        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(duty.post("/api/incidents", Town.body("另一件"), key).status()).isEqualTo(422);
    }

    @Test
    void tellsEveryFaultOfAReport() {
        Map<String, Object> body = new HashMap<>();
        body.put("kind", "EARTHQUAKE");
        body.put("source", "RUMOUR");
        body.put("scale", "9");
        body.put("occurredAt", "2026-03-05T15:00:00+08:00");
        body.put("location", Map.of("type", "Point", "coordinates", List.of(0, 0)));
        body.put("reporter", Map.of("phone", "电话"));
        Client.Reply reply = duty().post("/api/incidents", body).expect(422);
        assertThat(fields(reply))
                .containsExactlyInAnyOrder(
                        "kind", "source", "title", "scale", "occurredAt", "location.coordinates", "reporter.phone");
        assertThat(reply.text()).contains("SANITATION").contains("GRID_PATROL");
    }

    private static List<String> fields(Client.Reply reply) {
        return StreamSupport.stream(reply.json().path("errors").spliterator(), false)
                .map(error -> error.path("field").asString())
                .toList();
    }

    @Test
    void refusesOddPlacesAndKeepsTheSourceOfOthers() {
        Client duty = duty();
        assertThat(at(duty, Map.of("type", "Point", "coordinates", List.of(35.81, 117.91)))
                        .status())
                .isEqualTo(422);
        assertThat(at(duty, Map.of("type", "Point", "coordinates", List.of(117.91, 35.81), "crs", "MARS"))
                        .status())
                .isEqualTo(422);
        assertThat(at(duty, Map.of("type", "Point", "coordinates", List.of("x", "y")))
                        .status())
                .isEqualTo(422);
        assertThat(at(duty, "hier").status()).isEqualTo(422);
        // the same place in Gauss-Kruger metres, east first
        JsonNode metres = at(
                        duty,
                        Map.of(
                                "type", "Point",
                                "coordinates", List.of(582_248.0, 3_965_000.0),
                                "crs", "EPSG:4548"))
                .expect(201)
                .json();
        assertThat(metres.path("location").path("coordinates").get(0).asDouble())
                .isBetween(117.9, 117.92);
        JsonNode shifted = at(duty, Map.of("type", "Point", "coordinates", List.of(117.9156, 35.8098), "crs", "GCJ02"))
                .expect(201)
                .json();
        assertThat(shifted.path("location").path("coordinates").get(0).asDouble())
                .isBetween(117.9095, 117.9105);
    }

    private static Client.Reply at(Client client, Object location) {
        Map<String, Object> body = new HashMap<>(Town.body("某处"));
        body.put("location", location);
        return client.post("/api/incidents", body);
    }

    @Test
    void gridStandsForAPlace() {
        Map<String, Object> body = new HashMap<>(Town.body("只知网格"));
        body.remove("location");
        body.put("gridCode", Town.FIRST_GRID);
        JsonNode incident = duty().post("/api/incidents", body).expect(201).json();
        assertThat(incident.path("gridCode").asString()).isEqualTo(Town.FIRST_GRID);
        assertThat(incident.path("locationFlags").toString()).contains("GRID_ONLY");
    }

    @Test
    void refusesInTheOrderOfTheContract() {
        Client duty = duty();
        JsonNode incident = report(duty, "次序");
        Client nobody = Client.at(URI.create("http://localhost:" + port));
        nobody.get("/api/session");
        assertThat(nobody.get(path(incident)).status()).isEqualTo(401);
        Client leader = person(new Scope(Town.CODE), "", Role.LEADER);
        assertThat(act(leader, incident, Map.of("action", "accept")).status()).isEqualTo(403);
        Client elsewhere = person(new Scope(Town.SECOND_VILLAGE), "", Role.DISPATCHER);
        assertThat(elsewhere.get(path(incident)).status()).isEqualTo(404);
        assertThat(elsewhere.post("/api/incidents", Town.body("越界")).status()).isEqualTo(403);
        assertThat(duty.post(path(incident) + "/actions", Map.of("action", "reject"))
                        .expect(422)
                        .text())
                .contains("reason")
                .contains("version");
        assertThat(duty.post(path(incident) + "/actions", Map.of("action", "fly", "version", 0))
                        .status())
                .isEqualTo(422);
        Client.Reply forbidden = act(duty, incident, Map.of("action", "close")).expect(409);
        assertThat(forbidden.json().path("code").asString()).isEqualTo("incident.move-not-allowed");
        assertThat(forbidden.json().path("allowed").toString()).isEqualTo("[\"accept\",\"reject\",\"merge\"]");
        act(duty, incident, Map.of("action", "accept")).expect(200);
        Client.Reply stale = act(duty, incident, Map.of("action", "reject", "reason", "x", "version", 0))
                .expect(409);
        assertThat(stale.json().path("code").asString()).isEqualTo("incident.stale-version");
        assertThat(stale.json().path("current").path("status").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void workerOfAnotherGridMaySeeAndDoWhatItWasSentTo() {
        Client duty = duty();
        JsonNode incident = report(duty, "邻格支援");
        String workerId = "w-far" + System.nanoTime();
        Client worker = person(new Scope(Town.SECOND_VILLAGE + "001"), workerId, Role.GRID_WORKER);
        assertThat(worker.get(path(incident)).status()).isEqualTo(404);
        act(duty, incident, Map.of("action", "accept")).expect(200);
        act(duty, incident, Map.of("action", "assign", "workerIds", List.of(workerId)))
                .expect(200);
        assertThat(worker.get("/api/incidents").json().path("items").toString()).contains("邻格支援");
        act(worker, incident, Map.of("action", "start")).expect(200);
        JsonNode handled = act(worker, incident, Map.of("action", "handle", "result", "已清"))
                .expect(200)
                .json();
        assertThat(handled.path("status").asString()).isEqualTo("HANDLED");
        assertThat(handled.path("workers").get(0).path("lead").asBoolean()).isTrue();
    }

    @Test
    void wallThatComesBackHearsNoNames() {
        Client duty = duty();
        JsonNode incident = report(duty, "大屏断线李四");
        String id = incident.path("id").asString();
        Client wall = person(new Scope(Town.CODE), "", Role.SCREEN);
        Map<String, Object> subscribe = Map.of("op", "subscribe", "streams", List.of("incidents", "tasks"));
        JsonNode place;
        try (LiveSocket socket = wall.live()) {
            socket.send(subscribe);
            place = socket.awaitOp("subscribed");
        }
        act(duty, incident, Map.of("action", "accept")).expect(200);
        act(duty, incident, Map.of("action", "assign", "workerIds", List.of("w-named")))
                .expect(200);
        Map<String, Object> resume = new HashMap<>(subscribe);
        resume.put(
                "resume",
                Map.of(
                        "epoch", place.path("epoch").asString(),
                        "offset", place.path("offset").asLong()));
        try (LiveSocket socket = wall.live()) {
            socket.send(resume);
            socket.awaitFrame(frame -> frame.path("stream").asString("").equals("tasks")
                    && frame.path("feature")
                            .path("properties")
                            .path("incidentId")
                            .asString("")
                            .equals(id));
            socket.awaitFrame(frame -> isOf(frame, id));
            assertThat(socket.frames().toString())
                    .contains("\"title\":\"环境卫生\"")
                    .doesNotContain("网格员w-named")
                    .doesNotContain("断线李四");
        }
        assertThat(wall.get("/api/live/snapshot?streams=incidents,tasks").text())
                .contains(id)
                .contains("\"incidentKind\":\"SANITATION\"")
                .doesNotContain("网格员w-named")
                .doesNotContain("断线李四");
    }

    private static boolean isOf(JsonNode frame, String id) {
        return frame.path("stream").asString("").equals("incidents")
                && frame.path("id").asString("").equals(id);
    }

    @Test
    void repeatedMoveIsMadeOnce() {
        Client duty = duty();
        JsonNode incident = report(duty, "重发");
        Map<String, Object> accept = Map.of("action", "accept", "version", 0);
        String key = "move-" + System.nanoTime();
        JsonNode first =
                duty.post(path(incident) + "/actions", accept, key).expect(200).json();
        JsonNode again =
                duty.post(path(incident) + "/actions", accept, key).expect(200).json();
        assertThat(again).isEqualTo(first);
        JsonNode history =
                duty.get(path(incident) + "/history").expect(200).json().path("items");
        assertThat(history.size()).isEqualTo(2);
    }

    @Test
    void wallSeesNoFreeText() {
        JsonNode incident = report(duty(), "大屏张三 13800001234");
        Client wall = person(new Scope(Town.CODE), "", Role.SCREEN);
        JsonNode seen = wall.get(path(incident)).expect(200).json();
        assertThat(seen.path("title").asString()).isEqualTo("环境卫生");
        assertThat(seen.path("description").isNull()).isTrue();
        assertThat(seen.has("caseCode")).isFalse();
        assertThat(wall.get("/api/incidents").expect(200).text())
                .contains("环境卫生")
                .doesNotContain("描述")
                .doesNotContain("大屏张三");
        assertThat(wall.get("/api/figures").expect(200).text()).doesNotContain("大屏张三");
    }

    @Test
    void refusesOddFiltersAtOnce() {
        Client.Reply reply = duty().get(
                        "/api/incidents?status=OPEN&bbox=1,2,3&limit=0&cursor=%21&from=gestern&grid=x&q=%00")
                .expect(422);
        assertThat(fields(reply)).containsExactlyInAnyOrder("status", "bbox", "limit", "cursor", "from", "grid", "q");
        assertThat(duty().get("/api/incidents?limit=9999&from=2026-03-01T00:00:00+08:00")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void codesNameEverything() {
        JsonNode codes = duty().get("/api/codes").expect(200).json();
        assertThat(codes.propertyNames())
                .contains(
                        "kinds",
                        "disputeCategories",
                        "sources",
                        "scales",
                        "levels",
                        "statuses",
                        "moves",
                        "reasons",
                        "roles",
                        "units",
                        "riskCategories");
        JsonNode accept = codes.path("moves").get(0);
        assertThat(accept.toString())
                .isEqualTo(
                        "{\"action\":\"accept\",\"zh\":\"受理\",\"en\":\"accept\",\"key\":\"a\",\"from\":[\"REPORTED\"],"
                                + "\"to\":\"ACCEPTED\",\"roles\":[\"DISPATCHER\"],\"needs\":[]}");
        assertThat(codes.path("disputeCategories").size()).isEqualTo(35);
        assertThat(codes.path("scales").get(1).path("code").asString()).isEqualTo("02");
    }
}
