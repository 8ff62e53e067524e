package org.gridsight.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gridsight.app.testing.Client;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Changing one's own password, and what the trail keeps of refused sign-ins. */
abstract class PasswordContract extends AccessTown {

    private static final String NEXT = "Next-Word-2027";

    @Autowired
    private Refusals refusals;

    private static Client.Reply change(Client person, String current, String password) {
        return person.put("/api/session/password", Map.of("current", current, "password", password));
    }

    @Test
    void endsTheOtherSessionsAndKeepsTokensUnlessAsked() {
        String name = open(Role.DISPATCHER);
        Client elsewhere = as(name);
        Client person = as(name);
        String token = person.createToken("program");
        Client.Reply done = change(person, PASSWORD, NEXT).expect(200);
        assertThat(done.json().path("endedSessions").asInt()).isEqualTo(1);
        assertThat(done.json().path("tokens").get(0).path("name").asString()).isEqualTo("program");
        elsewhere.get("/api/session").expect(401);
        person.get("/api/session").expect(200);
        client().withToken(token).get("/api/session").expect(200);
        person.put("/api/session/password", Map.of("current", NEXT, "password", PASSWORD, "withdrawTokens", true))
                .expect(200);
        client().withToken(token).get("/api/session").expect(401);
        as(name).get("/api/session").expect(200);
        assertThat(trail(name)).anyMatch(line -> line.startsWith("account.password"));
        assertThat(trail(name).toString()).doesNotContain(PASSWORD, NEXT);
    }

    @Test
    void givesTheSessionANewIdentity() {
        Client person = as(open(Role.DISPATCHER));
        Client.Reply done = change(person, PASSWORD, NEXT).expect(200);
        assertThat(done.headers().get("set-cookie")).contains("GRIDSIGHT=");
    }

    @Test
    void tellsEveryFault() {
        Client person = as(open(Role.DISPATCHER));
        List<String> weak = person.put("/api/session/password", Map.of("password", "short"))
                .expect(422)
                .json()
                .path("errors")
                .findValuesAsString("field");
        assertThat(weak).containsExactlyInAnyOrder("current", "password");
        change(person, PASSWORD, PASSWORD).expect(422);
        Client.Reply wrong = change(person, "not it", NEXT).expect(422);
        assertThat(wrong.json().path("errors").get(0).path("field").asString()).isEqualTo("current");
        person.get("/api/session").expect(200);
    }

    @Test
    void guessesCountForTheLockOut() {
        String name = open(Role.DISPATCHER);
        Client elsewhere = as(name);
        Client thief = as(name);
        for (int i = 0; i < 4; i++) {
            change(thief, "guess-" + i, NEXT).expect(422);
        }
        Client.Reply fifth = change(thief, "guess-5", NEXT).expect(401);
        assertThat(code(fifth)).isEqualTo("access.locked");
        thief.get("/api/session").expect(401);
        Client.Reply paused = change(elsewhere, PASSWORD, NEXT).expect(429);
        assertThat(code(paused)).isEqualTo("access.password-paused");
        elsewhere.get("/api/session").expect(200);
        assertThat(trail(name))
                .filteredOn(line -> line.startsWith("account.password-refused"))
                .hasSize(5);
    }

    @Test
    void attemptsAtALockedAccountAreRecordedButDoNotFloodTheTrail() {
        String name = open(Role.DISPATCHER);
        Client guesser = client();
        guesser.get("/api/session");
        for (int i = 0; i < 25; i++) {
            guesser.post("/api/session", Map.of("username", name, "password", "x"))
                    .expect(401);
        }
        List<String> before = refused(name);
        assertThat(before).hasSize(6);
        assertThat(before.get(5)).contains("\"why\":\"locked\"");
        refusals.settle();
        assertThat(refused(name)).hasSize(7);
        assertThat(refused(name).get(6)).contains("\"repeats\":\"19\"");
        refusals.settle();
        assertThat(refused(name)).hasSize(7);
    }

    @Test
    void unknownNamesAreFoldedAndNeverRecorded() {
        refusals.settle();
        int before = refused("unknown").size();
        Client guesser = client();
        guesser.get("/api/session");
        for (int i = 0; i < 4; i++) {
            guesser.post("/api/session", Map.of("username", "my-Secret-1", "password", "x"))
                    .expect(401);
        }
        refusals.settle();
        List<String> all = refused("unknown");
        assertThat(all).hasSize(before + 2);
        assertThat(all.toString()).doesNotContain("my-Secret-1");
    }

    private List<String> refused(String name) {
        return trail(name).stream()
                .filter(line -> line.startsWith("session.refused"))
                .toList();
    }
}
