package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.NewAccount;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.Client;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** People over HTTP: nothing of them but where it is asked for, and every look at them on record. */
class PeopleHttpTest extends EmbeddedLoop {

    private static final String PASSWORD = "People-2026-x";
    private static final List<String> PLAIN =
            List.of("诸葛瑾瑜", "13512340000", "11010519491231002X", "清明胡同九号", "司马报案", "13598760000", "谷雨巷七号");

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private String person(Role... roles) {
        String name = "people-" + System.nanoTime();
        NewAccount account = new NewAccount(name, "某人", Set.of(roles), new Scope(Town.CODE), null, null);
        accounts.open(account, PASSWORD, "test");
        return name;
    }

    private Client client(String username) {
        return Client.at(URI.create("http://localhost:" + port)).signIn(username, PASSWORD);
    }

    private static Map<String, Object> dispute() {
        Map<String, Object> body = new HashMap<>(Town.body("邻里争水"));
        body.put("kind", "DISPUTE");
        body.put("reporter", Map.of("name", "司马报案", "phone", "13598760000", "address", "谷雨巷七号"));
        body.put(
                "parties",
                List.of(
                        Map.of(
                                "side", "MAIN",
                                "name", "诸葛瑾瑜",
                                "phone", "13512340000",
                                "idNumber", "11010519491231002x",
                                "address", "清明胡同九号"),
                        Map.of("side", "OTHER", "name", "诸葛瑾瑜之邻")));
        return body;
    }

    @Test
    void plainValuesComeOnlyFromUnmasking() {
        Client duty = client(person(Role.DISPATCHER));
        String key = "people-" + System.nanoTime();
        Client.Reply reported = duty.post("/api/incidents", dispute(), key).expect(201);
        String path = "/api/incidents/" + reported.json().path("id").asString();
        duty.post(path + "/actions", Map.of("action", "accept", "version", 0)).expect(200);
        String box = "?bbox=117.8,35.7,118.0,35.9";
        for (String answer : List.of(
                reported.text(),
                duty.get(path).text(),
                duty.get("/api/incidents").text(),
                duty.get(path + "/history").text(),
                duty.get(path + "/duplicates").text(),
                duty.get("/api/live/snapshot" + box).expect(200).text(),
                duty.post("/api/incidents/duplicates", dispute()).expect(200).text(),
                duty.get("/api/figures").text())) {
            assertThat(PLAIN).noneMatch(answer::contains);
        }
        assertThat(duty.get("/api/incidents").text())
                .contains("邻里争水")
                .doesNotContain("\"reporter\"")
                .doesNotContain("\"parties\"");
        String stored = String.join(
                "\n",
                jdbc.sql("select details from audit.record union all select coalesce(feature, '') from live.outbox"
                                + " union all select coalesce(feature, '') from live.entry"
                                + " union all select coalesce(answer, '') from access.idempotency"
                                + " union all select coalesce(note, '') || details from incidents.step")
                        .query(String.class)
                        .list());
        assertThat(PLAIN).noneMatch(stored::contains);
        String clear = duty.post(path + "/parties/unmask", Map.of("reason", "联系调解", "withIdNumber", true))
                        .expect(200)
                        .text()
                + duty.post(path + "/reporter/unmask", Map.of("reason", "回拨"))
                        .expect(200)
                        .text();
        assertThat(PLAIN).allMatch(clear::contains);
    }

    @Test
    void tellsEveryFaultOfTheParties() {
        Map<String, Object> body = new HashMap<>(Town.body("当事人有误"));
        body.put("parties", List.of(Map.of("phone", "电话", "idKind", "RESIDENT_ID", "idNumber", "110105194912310021")));
        JsonNode errors = client(person(Role.WINDOW_CLERK))
                .post("/api/incidents", body)
                .expect(422)
                .json()
                .path("errors");
        assertThat(errors.findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "parties[0].side", "parties[0].name", "parties[0].phone", "parties[0].idNumber");
    }

    @Test
    void partiesAreChangedByTheDesk() {
        Client duty = client(person(Role.DISPATCHER));
        JsonNode reported = duty.post("/api/incidents", dispute()).expect(201).json();
        String path = "/api/incidents/" + reported.path("id").asString();
        String first = duty.get(path).json().path("parties").get(0).path("id").asString();
        Map<String, Object> body =
                Map.of("version", 0, "parties", List.of(Map.of("id", first, "phone", "13700001111")));
        JsonNode changed = duty.put(path + "/parties", body).expect(200).json();
        assertThat(changed.path("parties").size()).isEqualTo(1);
        assertThat(changed.path("parties").get(0).path("phone").asString()).isEqualTo("137****1111");
        assertThat(changed.path("version").asLong()).isEqualTo(1);
        JsonNode stale = duty.put(path + "/parties", body).expect(409).json();
        assertThat(stale.path("current").path("version").asLong()).isEqualTo(1);
    }

    @Test
    void everyLookAtPeopleIsOnRecordAndRepeatsAreFolded() {
        String name = person(Role.DISPATCHER);
        Client duty = client(name);
        JsonNode incident = duty.post("/api/incidents", dispute()).expect(201).json();
        String path = "/api/incidents/" + incident.path("id").asString();
        String subject = "incident/" + incident.path("seq").asLong();
        for (int i = 0; i < 3; i++) {
            duty.get("/api/workers").expect(200);
            duty.get(path).expect(200);
            duty.get(path + "/workers").expect(200);
        }
        assertThat(reads(name))
                .containsExactlyInAnyOrder(
                        "worker.read worker/*", "incident.read-people " + subject, "worker.read-near " + subject);
        clock.advance(Duration.ofMinutes(9));
        duty.get("/api/workers").expect(200);
        assertThat(reads(name)).hasSize(3);
        clock.advance(Duration.ofMinutes(1));
        duty.get("/api/workers").expect(200);
        assertThat(reads(name)).hasSize(4);
        Client other = client(person(Role.DISPATCHER));
        other.get(path).expect(200);
        assertThat(jdbc.sql("select count(*) from audit.record where action = 'incident.read-people' and subject = ?")
                        .params(subject)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void listOfAccountsIsOnRecord() {
        String name = person(Role.SYSTEM_ADMIN);
        client(name).get("/api/users").expect(200);
        assertThat(reads(name)).containsExactly("account.read account/*");
    }

    private List<String> reads(String actor) {
        return jdbc.sql("select action || ' ' || subject from audit.record where actor = ? and action like '%read%'")
                .params(actor)
                .query(String.class)
                .list();
    }
}
