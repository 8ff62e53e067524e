package org.gridsight.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.InProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in through the outside: cookies, CSRF, lock-out, tokens, and what the audit trail keeps of it. */
@InProcess
class SignInTest {

    private static final String PASSWORD = "Right-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private String name = "";

    @BeforeEach
    void openAccount() {
        name = "signin-" + System.nanoTime();
        accounts.open(
                new NewAccount(name, "值班员", Set.of(Role.DISPATCHER), new Scope("999999999"), null, null),
                PASSWORD,
                "test");
    }

    private Client client() {
        return Client.at(URI.create("http://localhost:" + port));
    }

    @Test
    void givesTheCsrfCookieBeforeSignIn() {
        Client.Reply reply = client().get("/api/session").expect(401);
        assertThat(reply.headers().get("set-cookie")).contains("XSRF-TOKEN=");
        assertThat(reply.json().path("code").asString()).isEqualTo("access.not-signed-in");
    }

    @Test
    void tellsWhoIsSignedIn() {
        Client.Reply reply = client().signIn(name, PASSWORD).get("/api/session").expect(200);
        assertThat(reply.json().path("username").asString()).isEqualTo(name);
        assertThat(reply.json().path("roles").get(0).asString()).isEqualTo("DISPATCHER");
        assertThat(reply.json().path("scope").asString()).isEqualTo("999999999");
    }

    @Test
    void refusesThePageOfSomebodyElse() {
        String own = name + " 甲";
        accounts.open(
                new NewAccount(own, "网格员", Set.of(Role.DISPATCHER), new Scope("999999999"), null, null),
                PASSWORD,
                "test");
        String expected = URLEncoder.encode(own, StandardCharsets.UTF_8);
        client().signIn(own, PASSWORD)
                .withHeader("Expected-User", expected)
                .get("/api/session")
                .expect(200);
        Client.Reply reply = client().signIn(name, PASSWORD)
                .withHeader("Expected-User", expected)
                .get("/api/session")
                .expect(401);
        assertThat(reply.json().path("code").asString()).isEqualTo("access.other-person");
        client().withHeader("Expected-User", expected).get("/api/about").expect(200);
    }

    @Test
    void refusesSignInWithoutCsrfToken() {
        Client.Reply reply = client().post("/api/session", Map.of("username", name, "password", PASSWORD));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().path("code").asString()).isEqualTo("access.csrf");
    }

    @Test
    void doesNotSayWhetherNameOrPasswordWasWrong() {
        Client client = client();
        client.get("/api/session");
        String wrongPassword = client.post("/api/session", Map.of("username", name, "password", "x"))
                .expect(401)
                .json()
                .path("detail")
                .asString();
        String wrongName = client.post("/api/session", Map.of("username", "nobody-here", "password", "x"))
                .expect(401)
                .json()
                .path("detail")
                .asString();
        assertThat(wrongName).isEqualTo(wrongPassword);
    }

    @Test
    void locksAfterFiveFailures() {
        Client client = client();
        client.get("/api/session");
        for (int i = 0; i < 5; i++) {
            client.post("/api/session", Map.of("username", name, "password", "x"))
                    .expect(401);
        }
        Client.Reply reply = client.post("/api/session", Map.of("username", name, "password", PASSWORD));
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().path("code").asString()).isEqualTo("access.locked");
    }

    @Test
    void endsTheSessionWhenSignedOut() {
        Client client = client().signIn(name, PASSWORD);
        client.delete("/api/session").expect(204);
        client.get("/api/session").expect(401);
    }

    @Test
    void tokenStandsForItsCreatorWithoutCookieOrCsrf() {
        String token = client().signIn(name, PASSWORD).createToken("test");
        Client program = client().withToken(token);
        assertThat(program.get("/api/session")
                        .expect(200)
                        .json()
                        .path("username")
                        .asString())
                .isEqualTo(name);
        client().withToken(token + "x").get("/api/session").expect(401);
    }

    @Test
    void changedAccountLosesItsSessionsAtOnce() {
        Client admin = client().signIn("sysadmin", InProcess.ADMIN_PASSWORD);
        Client person = client().signIn(name, PASSWORD);
        long version = accounts.list().stream()
                .filter(account -> account.username().equals(name))
                .findFirst()
                .orElseThrow()
                .version();
        admin.patch("/api/users/" + name, Map.of("version", version, "displayName", "值班长"))
                .expect(200);
        person.get("/api/session").expect(401);
    }

    @Test
    void administratorsExcludeOneAnother() {
        Client.Reply reply = client().signIn("sysadmin", InProcess.ADMIN_PASSWORD)
                .post(
                        "/api/users",
                        Map.of(
                                "username",
                                "both",
                                "displayName",
                                "both",
                                "password",
                                PASSWORD,
                                "roles",
                                List.of("SYSTEM_ADMIN", "AUDIT_ADMIN"),
                                "scope",
                                "999999999"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("errors").get(0).path("field").asString()).isEqualTo("roles");
    }

    @Test
    void tellsEveryFaultAtOnce() {
        Client.Reply reply = client().signIn("sysadmin", InProcess.ADMIN_PASSWORD)
                .post("/api/users", Map.of("username", "A", "password", "short", "roles", List.of("KING")));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("errors").findValuesAsString("field"))
                .contains("username", "displayName", "password", "roles", "scope");
    }

    @Test
    void recordsSignInsAndRefusals() {
        Client client = client();
        client.get("/api/session");
        client.post("/api/session", Map.of("username", name, "password", "x")).expect(401);
        client.signIn(name, PASSWORD);
        List<String> actions = jdbc.sql("select action from audit.record where subject = ? order by at, chain")
                .param("account/" + name)
                .query(String.class)
                .list();
        assertThat(actions).contains("account.open", "session.refused", "session.open");
    }

    @Test
    void answersMalformedJsonWithItsPlaceAndNoStack() {
        Client.Reply reply =
                client().signIn("sysadmin", InProcess.ADMIN_PASSWORD).post("/api/users", "{\"username\": ");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("offset").doesNotContain("Exception");
    }

    @Test
    void refusesOversizeBodies() {
        Client.Reply reply = client().signIn("sysadmin", InProcess.ADMIN_PASSWORD)
                .post("/api/users", Map.of("username", "x".repeat(1_100_000)));
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.json().path("code").asString()).isEqualTo("request.too-large");
    }
}
