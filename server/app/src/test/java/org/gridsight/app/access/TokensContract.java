package org.gridsight.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridsight.app.testing.Client;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tokens through the outside: rights, life, and what may be done with one. */
abstract class TokensContract extends AccessTown {

    private static String issue(Client person, Map<String, Object> wish) {
        return person.post("/api/tokens", wish).expect(201).json().path("token").asString();
    }

    private static JsonNode listed(Client person) {
        return person.get("/api/tokens").expect(200).json().path("items");
    }

    private JsonNode session(String token) {
        return client().withToken(token).get("/api/session").expect(200).json();
    }

    @Test
    void carriesFewerRightsWhenAsked() {
        Client person = as(open(Role.DISPATCHER, Role.LEADER));
        String token =
                issue(person, Map.of("name", "duty", "days", 1, "roles", List.of("DISPATCHER"), "scope", TOWN + "201"));
        assertThat(session(token).path("roles").toString()).isEqualTo("[\"DISPATCHER\"]");
        assertThat(session(token).path("scope").asString()).isEqualTo(TOWN + "201");
        assertThat(session(issue(person, Map.of("name", "all", "days", 1)))
                        .path("roles")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void neverCarriesMoreThanItsCreator() {
        JsonNode fault = as(open(Role.DISPATCHER))
                .post(
                        "/api/tokens",
                        Map.of("name", "more", "days", 0, "roles", List.of("LEADER", "KING"), "scope", "99"))
                .expect(422)
                .json();
        assertThat(fault.path("errors").findValuesAsString("field")).contains("days", "roles", "scope");
        assertThat(fault.toString()).contains("LEADER", "KING");
    }

    @Test
    void shrinksAndDiesWithItsCreator() {
        String name = open(Role.DISPATCHER, Role.LEADER);
        Client security = as(open(Role.SECURITY_ADMIN));
        Client person = as(name);
        String leader = issue(person, Map.of("name", "a", "days", 1, "roles", List.of("LEADER")));
        String both = issue(person, Map.of("name", "b", "days", 1, "scope", TOWN + "201"));
        change(security, name, Map.of("roles", List.of("DISPATCHER"), "scope", TOWN + "202"));
        awaitStatus(leader, 401);
        awaitStatus(both, 401);
        change(security, name, Map.of("scope", TOWN));
        awaitStatus(both, 200);
        assertThat(session(both).path("roles").toString()).isEqualTo("[\"DISPATCHER\"]");
        assertThat(session(both).path("scope").asString()).isEqualTo(TOWN + "201");
        change(sysadmin(), name, Map.of("disabled", true));
        awaitStatus(both, 401);
    }

    private void change(Client administrator, String name, Map<String, Object> wish) {
        Map<String, Object> body = new java.util.HashMap<>(wish);
        body.put("version", version(name));
        administrator.patch("/api/users/" + name, body).expect(200);
    }

    private void awaitStatus(String token, int status) {
        await().until(() -> client().withToken(token).get("/api/session").status() == status);
    }

    @Test
    void isListedWithoutItselfAndWithdrawn() {
        Client person = as(open(Role.DISPATCHER));
        String token = issue(person, Map.of("name", "夜间同步", "days", 30, "roles", List.of("DISPATCHER")));
        assertThat(listed(person).get(0).path("lastUsed").isNull()).isTrue();
        session(token);
        JsonNode line = listed(person).get(0);
        assertThat(line.path("name").asString()).isEqualTo("夜间同步");
        assertThat(line.path("lastUsed").asString()).endsWith(":00:00Z");
        assertThat(line.path("roles").toString()).isEqualTo("[\"DISPATCHER\"]");
        assertThat(line.path("scope").isNull()).isTrue();
        assertThat(line.toString()).doesNotContain(token);
        String path = "/api/tokens/" + line.path("id").asString();
        as(open(Role.DISPATCHER)).delete(path).expect(404);
        person.delete(path).expect(204);
        client().withToken(token).get("/api/session").expect(401);
        assertThat(listed(person)).isEmpty();
    }

    @Test
    void isSeenAndWithdrawnByTheSecurityAdministrator() {
        String name = open(Role.DISPATCHER);
        Client person = as(name);
        String token = issue(person, Map.of("name", "lost", "days", 1));
        String list = "/api/tokens?username=" + name;
        assertThat(sysadmin().get(list).status()).isEqualTo(403);
        Client security = as(open(Role.SECURITY_ADMIN));
        String id = security.get(list)
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        security.delete("/api/tokens/" + id).expect(204);
        client().withToken(token).get("/api/session").expect(401);
        assertThat(trail(name)).anyMatch(line -> line.startsWith("token.withdraw") && line.contains(id));
    }

    @Test
    void makesNeitherTokensNorPasswords() {
        String name = open(Role.SECURITY_ADMIN);
        Client person = as(name);
        Client program = client().withToken(issue(person, Map.of("name", "p", "days", 1)));
        String id = listed(person).get(0).path("id").asString();
        List<Client.Reply> refused = List.of(
                program.post("/api/tokens", Map.of("name", "child", "days", 1)),
                program.delete("/api/tokens/" + id),
                program.put("/api/session/password", Map.of("current", PASSWORD, "password", "Other-2026")),
                program.delete("/api/users/sysadmin/sessions"),
                program.patch("/api/users/" + open(Role.DISPATCHER), Map.of("version", 0, "password", "Other-2026")));
        assertThat(refused)
                .allMatch(reply -> reply.status() == 403)
                .allMatch(reply -> code(reply).equals("access.session-only"));
    }

    @Test
    void repeatedRequestGetsTheSameTokenAndMakesNoSecond() {
        String name = open(Role.DISPATCHER);
        Client person = as(name);
        String key = UUID.randomUUID().toString();
        Map<String, Object> wish = Map.of("name", "once", "days", 1);
        String first = person.post("/api/tokens", wish, key).expect(201).text();
        assertThat(person.post("/api/tokens", wish, key).expect(201).text()).isEqualTo(first);
        assertThat(listed(person)).hasSize(1);
        assertThat(person.post("/api/tokens", Map.of("name", "other", "days", 1), key)
                        .status())
                .isEqualTo(422);
        String kept = jdbc.sql("select answer from access.idempotency where username = ?")
                .param(name)
                .query(String.class)
                .single();
        assertThat(kept).contains("sealed").doesNotContain("gst_");
    }

    @Test
    void stopsAtABound() {
        Client person = as(open(Role.DISPATCHER));
        for (int i = 0; i < TokenDesk.MOST_PER_ACCOUNT; i++) {
            issue(person, Map.of("name", "n" + i, "days", 1));
        }
        Client.Reply refused = person.post("/api/tokens", Map.of("name", "one more", "days", 1));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(code(refused)).isEqualTo("access.too-many-tokens");
    }
}
