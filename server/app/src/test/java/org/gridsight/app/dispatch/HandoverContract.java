package org.gridsight.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.Role;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What one shift leaves for the next: on every database. */
abstract class HandoverContract {

    private static final String NOTES = "/api/handover-notes";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    private Client dispatcher(String scope) {
        return Town.person(port, accounts, Role.DISPATCHER, scope);
    }

    private static List<String> read(Client client) {
        return client.get(NOTES)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(note -> note.path("text").asString())
                .toList();
    }

    @Test
    void theNextShiftReadsWhatTheLastOneLeft() {
        Client before = dispatcher(Town.CODE);
        Client after = dispatcher(Town.CODE);
        before.post(NOTES, Map.of("text", "桥头的灯明早再看。")).expect(201);
        before.post(NOTES, Map.of("text", "夜里有雨。")).expect(201);
        assertThat(read(after)).contains("夜里有雨。", "桥头的灯明早再看。");
    }

    @Test
    void anotherTownReadsNothingOfIt() {
        dispatcher(Town.CODE).post(NOTES, Map.of("text", "只给本镇。")).expect(201);
        assertThat(read(dispatcher("990009999"))).isEmpty();
    }

    @Test
    void anEmptyOneAndAnEndlessOneAreRefused() {
        Client desk = dispatcher(Town.CODE);
        desk.post(NOTES, Map.of("text", " ")).expect(422);
        desk.post(NOTES, Map.of("text", "长".repeat(4_001))).expect(422);
    }
}
