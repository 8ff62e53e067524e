package org.gridsight.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridsight.app.testing.Client;
import org.junit.jupiter.api.Test;

/** The three administrators who exclude each other, through the outside (decision 0010). */
abstract class AdministratorsContract extends AccessTown {

    private Client.Reply change(Client administrator, String name, Map<String, Object> wish) {
        Map<String, Object> body = new HashMap<>(wish);
        body.put("version", version(name));
        return administrator.patch("/api/users/" + name, body);
    }

    private static void expectRefusal(Client.Reply reply, int status, String code) {
        reply.expect(status);
        assertThat(code(reply)).isEqualTo(code);
    }

    @Test
    void firstStepsOfAPlaceNeedTheSystemAdministratorAlone() {
        withoutOtherAdministrators();
        Client sysadmin = sysadmin();
        String security = "sec-" + System.nanoTime();
        sysadmin.post("/api/users", newAccount("duty-" + System.nanoTime(), "DISPATCHER"))
                .expect(201);
        sysadmin.post("/api/users", newAccount(security, "SECURITY_ADMIN")).expect(201);
        sysadmin.post("/api/users", newAccount("aud-" + System.nanoTime(), "AUDIT_ADMIN"))
                .expect(201);
        for (String role : List.of("SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN")) {
            expectRefusal(
                    sysadmin.post("/api/users", newAccount("more-" + System.nanoTime(), role)),
                    403,
                    "access.grant-needed");
        }
        String second = open(Role.DISPATCHER);
        change(as(security), second, Map.of("roles", List.of("SYSTEM_ADMIN"))).expect(200);
        as(second).get("/api/users").expect(200);
    }

    @Test
    void rightsAreGrantedBySecurityAndNamesGivenBySystem() {
        String name = open(Role.DISPATCHER);
        Client security = as(open(Role.SECURITY_ADMIN));
        for (Map<String, Object> wish : List.<Map<String, Object>>of(
                Map.of("roles", List.of("LEADER")),
                Map.of("scope", TOWN + "201"),
                Map.of("password", "Other-2026"),
                Map.of("locked", false))) {
            expectRefusal(change(sysadmin(), name, wish), 403, "access.not-your-part");
        }
        expectRefusal(change(security, name, Map.of("disabled", true)), 403, "access.not-your-part");
        expectRefusal(change(security, name, Map.of("displayName", "x")), 403, "access.not-your-part");
        change(security, name, Map.of("roles", List.of("LEADER"), "scope", TOWN + "201"))
                .expect(200);
        change(sysadmin(), name, Map.of("displayName", "张三", "disabled", true)).expect(200);
        AccountView now = view(name);
        assertThat(now.roles()).containsExactly(Role.LEADER);
        assertThat(now.scope()).isEqualTo(TOWN + "201");
        assertThat(now.displayName()).isEqualTo("张三");
        assertThat(now.disabled()).isTrue();
    }

    @Test
    void answersWithTheVersionToChangeNext() {
        String name = open(Role.DISPATCHER);
        Client.Reply reply =
                change(sysadmin(), name, Map.of("displayName", "李四")).expect(200);
        assertThat(reply.json().path("version").asLong()).isEqualTo(version(name));
        Client.Reply stale = sysadmin().patch("/api/users/" + name, Map.of("version", 0, "displayName", "王五"));
        expectRefusal(stale, 409, "access.stale-version");
        assertThat(stale.json().path("current").path("displayName").asString()).isEqualTo("李四");
    }

    @Test
    void nobodyChangesHisOwnAccount() {
        String security = open(Role.SECURITY_ADMIN);
        expectRefusal(change(as(security), security, Map.of("scope", "99")), 403, "access.own-account");
        expectRefusal(change(sysadmin(), "sysadmin", Map.of("displayName", "x")), 403, "access.own-account");
    }

    @Test
    void passwordsOfTheOtherAdministratorsStayOutOfReach() {
        Client security = as(open(Role.SECURITY_ADMIN));
        Map<String, Object> reset = Map.of("password", "Other-2026");
        expectRefusal(change(security, "sysadmin", reset), 403, "access.other-administrator");
        expectRefusal(change(security, open(Role.AUDIT_ADMIN), reset), 403, "access.other-administrator");
        expectRefusal(change(sysadmin(), open(Role.SECURITY_ADMIN), reset), 403, "access.not-your-part");
        String forgetful = open(Role.DISPATCHER);
        change(security, forgetful, reset).expect(200);
        client().signIn(forgetful, "Other-2026");
        change(security, open(Role.SECURITY_ADMIN), reset).expect(200);
    }

    @Test
    void theLastOfEachKindStays() {
        withoutOtherAdministrators();
        String last = open(Role.SECURITY_ADMIN);
        expectRefusal(change(sysadmin(), last, Map.of("disabled", true)), 409, "access.last-administrator");
        String fellow = open(Role.SECURITY_ADMIN);
        change(sysadmin(), fellow, Map.of("disabled", true)).expect(200);
        expectRefusal(change(sysadmin(), last, Map.of("disabled", true)), 409, "access.last-administrator");
        change(sysadmin(), fellow, Map.of("disabled", false)).expect(200);
        change(as(fellow), last, Map.of("roles", List.of("DISPATCHER"))).expect(200);
    }

    @Test
    void securityLiftsALockOutAndEndsSessions() {
        String name = open(Role.DISPATCHER);
        Client person = as(name);
        Client guesser = client();
        guesser.get("/api/session");
        for (int i = 0; i < 5; i++) {
            guesser.post("/api/session", Map.of("username", name, "password", "x"))
                    .expect(401);
        }
        assertThat(view(name).lockedUntil()).isPresent();
        assertThat(version(name)).as("guesses make no change stale").isZero();
        Client security = as(open(Role.SECURITY_ADMIN));
        change(security, name, Map.of("locked", false)).expect(200);
        person.get("/api/session").expect(401);
        Client again = as(name);
        assertThat(security.delete("/api/users/" + name + "/sessions")
                        .expect(200)
                        .json()
                        .path("ended")
                        .asInt())
                .isEqualTo(1);
        again.get("/api/session").expect(401);
        assertThat(trail(name)).anyMatch(line -> line.startsWith("session.end"));
    }

    @Test
    void repeatedOpeningOpensOneAccount() {
        String name = "twice-" + System.nanoTime();
        String key = UUID.randomUUID().toString();
        Client sysadmin = sysadmin();
        Client.Reply first =
                sysadmin.post("/api/users", newAccount(name, "DISPATCHER"), key).expect(201);
        Client.Reply again =
                sysadmin.post("/api/users", newAccount(name, "DISPATCHER"), key).expect(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.headers().get("location")).isEqualTo("/api/users/" + name);
        Map<String, Object> otherPassword = new HashMap<>(newAccount(name, "DISPATCHER"));
        otherPassword.put("password", "Other-2026");
        sysadmin.post("/api/users", otherPassword, key).expect(422);
        sysadmin.post("/api/users", newAccount(name, "DISPATCHER")).expect(409);
        assertThat(trail(name))
                .filteredOn(line -> line.startsWith("account.open"))
                .hasSize(1);
    }
}
