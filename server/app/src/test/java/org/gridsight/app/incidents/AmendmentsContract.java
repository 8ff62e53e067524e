package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.gridsight.app.access.Role;
import org.gridsight.app.testing.Client;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What two people change without knowing of each other, and what a device tells of its clock. */
abstract class AmendmentsContract extends DoorsContract {

    @Autowired
    private JdbcClient jdbc;

    private Client duty;
    private Client worker;

    @BeforeEach
    void people() {
        duty = person("值班员", Town.CODE, Role.DISPATCHER);
        worker = person("拍照人", Town.FIRST_VILLAGE, Role.GRID_WORKER);
    }

    private JsonNode report() {
        return worker.post("/api/incidents", Town.body("路边垃圾")).expect(201).json();
    }

    private static String path(JsonNode incident) {
        return "/api/incidents/" + incident.path("id").asString();
    }

    private JsonNode now(JsonNode incident) {
        return duty.get(path(incident)).expect(200).json();
    }

    /** Of somebody who saw the case as {@code seen}. */
    private static Map<String, Object> amendment(JsonNode seen, String field, Object value) {
        Map<String, Object> body = new HashMap<>();
        body.put("id", UUID.randomUUID().toString());
        body.put("baseVersion", seen.path("version").asLong());
        body.put("changes", Map.of(field, value));
        body.put("base", Map.of(field, seen.path(field)));
        return body;
    }

    private static Client.Reply amend(Client client, JsonNode incident, Map<String, Object> body) {
        return client.post(path(incident) + "/amendments", body);
    }

    @Test
    void differentFieldsAreMerged() {
        JsonNode seen = report();
        amend(duty, seen, amendment(seen, "description", "三袋垃圾")).expect(200);
        Map<String, Object> late = amendment(seen, "title", "路边建筑垃圾");
        late.put("deviceAt", "2026-03-05T13:58:00+08:00");
        late.put("reason", "到场看清");
        JsonNode answer = amend(worker, seen, late).expect(200).json();
        assertThat(answer.path("outcome").asString()).isEqualTo("MERGED");
        JsonNode after = now(seen);
        assertThat(answer.path("version")).isEqualTo(after.path("version"));
        assertThat(after.path("title").asString()).isEqualTo("路边建筑垃圾");
        assertThat(after.path("description").asString()).isEqualTo("三袋垃圾");
        JsonNode steps = duty.get(path(seen) + "/history").json().path("items");
        JsonNode step = steps.get(steps.size() - 1);
        assertThat(step.path("action").asString()).isEqualTo("amend");
        assertThat(step.path("details").path("changed").asString()).isEqualTo("title");
        assertThat(step.path("deviceAt").asString()).isEqualTo("2026-03-05T05:58:00Z");
        assertThat(audited(seen)).isEqualTo(2);
        assertThat(after.path("openAmendments").asInt()).isZero();
    }

    private int audited(JsonNode incident) {
        return jdbc.sql("select count(*) from audit.record where action = 'incident.amend' and subject = ?")
                .param("incident/" + incident.path("seq").asLong())
                .query(Integer.class)
                .single();
    }

    @Test
    void ofTheSameFieldBothAreKeptUntilSomebodyDecides() {
        JsonNode seen = report();
        amend(duty, seen, amendment(seen, "title", "值班员的标题")).expect(200);
        Map<String, Object> late = amendment(seen, "title", "网格员的标题");
        late.put("changes", Map.of("title", "网格员的标题", "address", "村口"));
        Map<String, Object> base = new HashMap<>();
        base.put("title", seen.path("title"));
        base.put("address", null);
        late.put("base", base);
        JsonNode answer = amend(worker, seen, late).expect(202).json();
        assertThat(answer.path("outcome").asString()).isEqualTo("BOTH_KEPT");
        JsonNode between = now(seen);
        assertThat(between.path("title").asString()).isEqualTo("值班员的标题");
        assertThat(between.path("address").asString()).isEqualTo("村口");
        assertThat(between.path("openAmendments").asInt()).isOne();
        JsonNode open =
                duty.get(path(seen) + "/amendments?state=OPEN").expect(200).json();
        JsonNode field = open.path("items").get(0).path("fields").get(0);
        assertThat(field.path("base").asString()).isEqualTo("路边垃圾");
        assertThat(field.path("mine").asString()).isEqualTo("网格员的标题");
        assertThat(field.path("theirs").asString()).isEqualTo("值班员的标题");
        decide(
                seen,
                answer.path("amendmentId").asString(),
                between.path("version").asLong());
        JsonNode decided = duty.get(path(seen) + "/amendments?state=DECIDED")
                .json()
                .path("items")
                .get(0);
        assertThat(decided.path("taken").path("title").asString()).isEqualTo("MINE");
        assertThat(decided.path("fields").get(0).path("theirs").asString()).isEqualTo("值班员的标题");
    }

    private void decide(JsonNode seen, String amendment, long version) {
        String decision = path(seen) + "/amendments/" + amendment + "/decision";
        worker.post(decision, Map.of("take", Map.of("title", "MINE"), "version", version))
                .expect(403);
        assertThat(duty.post(decision, Map.of("take", Map.of("address", "MINE")))
                        .expect(422)
                        .text())
                .contains("take.title", "take.address", "version");
        duty.post(decision, Map.of("take", Map.of("title", "MINE"), "version", version - 1))
                .expect(409);
        JsonNode decided = duty.post(decision, Map.of("take", Map.of("title", "MINE"), "version", version))
                .expect(200)
                .json();
        assertThat(decided.path("title").asString()).isEqualTo("网格员的标题");
        assertThat(now(seen).path("openAmendments").asInt()).isZero();
        duty.post(decision, Map.of("take", Map.of("title", "THEIRS"), "version", version + 1))
                .expect(409);
    }

    @Test
    void repeatedAmendmentsAreOne() throws Exception {
        JsonNode seen = report();
        Map<String, Object> body = amendment(seen, "title", "只改一次");
        Callable<Integer> call = () -> amend(worker, seen, body).status();
        assertThat(together(List.of(call, call, call))).containsOnly(200);
        assertThat(now(seen).path("version").asLong())
                .isEqualTo(seen.path("version").asLong() + 1);
        body.put("changes", Map.of("title", "另一次"));
        assertThat(amend(worker, seen, body).expect(409).json().path("code").asString())
                .isEqualTo("amendment.id-taken");
    }

    @Test
    void manyAtOnceLoseNothing() throws Exception {
        JsonNode seen = report();
        List<String> fields = List.of("title", "description", "address", "category");
        List<Integer> answers = together(IntStream.range(0, fields.size())
                .<Callable<Integer>>mapToObj(i ->
                        () -> amend(i % 2 == 0 ? duty : worker, seen, amendment(seen, fields.get(i), "改为" + i))
                                .status())
                .toList());
        assertThat(answers).containsOnly(200);
        JsonNode after = now(seen);
        IntStream.range(0, fields.size())
                .forEach(i -> assertThat(after.path(fields.get(i)).asString()).isEqualTo("改为" + i));
    }

    @Test
    void aPlaceMayMoveToAnotherGrid() {
        JsonNode seen = report();
        Map<String, Object> point =
                Map.of("type", "Point", "coordinates", List.of(Town.WEST + 0.03, Town.SOUTH + 0.01));
        amend(duty, seen, amendment(seen, "location", point)).expect(200);
        assertThat(now(seen).path("gridCode").asString()).isEqualTo(Town.FIRST_VILLAGE + "002");
        Map<String, Object> nowhere = Map.of("type", "Point", "coordinates", List.of(0, 0));
        amend(duty, seen, amendment(seen, "location", nowhere)).expect(422);
        Map<String, Object> other =
                Map.of("type", "Point", "coordinates", List.of(Town.WEST + 0.01, Town.SOUTH + 0.03));
        // out of the reporter's village: the duty officer's to say
        amend(worker, seen, amendment(now(seen), "location", other)).expect(403);
        JsonNode kept = amend(worker, seen, amendment(seen, "location", seen.path("location")))
                .expect(202)
                .json();
        String decision = path(seen) + "/amendments/" + kept.path("amendmentId").asString() + "/decision";
        duty.post(
                        decision,
                        Map.of(
                                "take",
                                Map.of("location", "MINE"),
                                "version",
                                now(seen).path("version").asLong()))
                .expect(200);
        assertThat(now(seen).path("gridCode").asString()).isEqualTo(Town.FIRST_GRID);
    }

    @Test
    void onlyThoseWithAPartInItAmendAnOpenCase() {
        JsonNode seen = report();
        Client neighbour = person("另一人", Town.FIRST_VILLAGE, Role.GRID_WORKER);
        amend(neighbour, seen, amendment(seen, "title", "别人的")).expect(403);
        Client far = person("远处", Town.SECOND_VILLAGE, Role.DISPATCHER);
        amend(far, seen, amendment(seen, "title", "远处的")).expect(404);
        Map<String, Object> faults = new HashMap<>(Map.of("baseVersion", 99, "changes", Map.of("status", "CLOSED")));
        assertThat(amend(duty, seen, faults).expect(422).text()).contains("id", "baseVersion", "changes.status");
        duty.post(path(seen) + "/actions", Map.of("action", "reject", "reason", "不属实", "version", 0))
                .expect(200);
        amend(duty, seen, amendment(seen, "title", "太晚")).expect(409);
    }

    @Test
    void anIdOfTheClientIsOneIncident() throws Exception {
        Map<String, Object> body = new HashMap<>(Town.body("离线上报"));
        String id = UUID.randomUUID().toString();
        body.put("id", id);
        Callable<Integer> call =
                () -> worker.post("/api/incidents", body, UUID.randomUUID().toString())
                        .status();
        assertThat(together(List.of(call, call, call))).containsOnly(201);
        JsonNode again = worker.post("/api/incidents", body).expect(201).json();
        assertThat(again.path("id").asString()).isEqualTo(id);
        assertThat(jdbc.sql("select count(*) from incidents.incident where id = ?")
                        .param(UUID.fromString(id))
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(duty.post("/api/incidents", body)
                        .expect(409)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("incident.id-taken");
        body.put("title", "同一编号的另一件");
        worker.post("/api/incidents", body).expect(409);
        body.put("id", "17");
        assertThat(worker.post("/api/incidents", body).expect(422).text()).contains("UUID");
    }

    /** The product's clock stands at 14:00. */
    @Test
    void aClockThatIsOffNeitherRefusesNorOrders() {
        Map<String, Object> ahead = new HashMap<>(Town.body("钟快一小时"));
        ahead.put("occurredAt", "2026-03-05T14:50:00+08:00");
        worker.post("/api/incidents", ahead).expect(422);
        ahead.put("id", UUID.randomUUID().toString());
        Map<String, String> fast = Map.of("Content-Type", "application/json", "Sent-At", "2026-03-05T15:00:00+08:00");
        JsonNode incident = send("/api/incidents", fast, ahead).expect(201).json();
        assertThat(incident.path("occurredAt").asString()).isEqualTo("2026-03-05T05:50:00Z");
        Map<String, Object> amended = amendment(incident, "title", "钟快的更正");
        amended.put("deviceAt", "2026-03-05T14:58:00+08:00");
        send(path(incident) + "/amendments", fast, amended).expect(200);
        duty.post(
                        path(incident) + "/actions",
                        Map.of("action", "accept", "version", 1, "deviceAt", "2026-03-06T14:00:00Z"))
                .expect(200);
        JsonNode steps = duty.get(path(incident) + "/history").json().path("items");
        assertThat(steps.get(0).path("details").path("clockSkewSeconds").asString())
                .isEqualTo("-3600");
        assertThat(steps.get(1).path("details").path("clockSkewSeconds").asString())
                .isEqualTo("-3600");
        assertThat(steps.get(1).path("details").has("deviceTime")).isFalse();
        assertThat(steps.get(2).path("details").path("deviceTime").asString()).isEqualTo("FUTURE");
        assertThat(steps.get(2).path("at").asString()).isEqualTo("2026-03-05T06:00:00Z");
    }

    private Client.Reply send(String path, Map<String, String> headers, Map<String, Object> body) {
        byte[] json = tools.jackson.databind.json.JsonMapper.builder().build().writeValueAsBytes(body);
        return worker.send("POST", path, headers, json);
    }
}
