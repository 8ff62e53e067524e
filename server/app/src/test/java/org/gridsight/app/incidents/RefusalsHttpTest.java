package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.Client;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a body that cannot be meant is answered, and to whom nothing is told about it. */
class RefusalsHttpTest extends LoopDoors {

    private static Client.Reply act(Client client, JsonNode incident, Object body) {
        return client.post("/api/incidents/" + incident.path("id").asString() + "/actions", body);
    }

    private static List<String> fields(Client.Reply reply) {
        return reply.expect(422).json().path("errors").findValuesAsString("field");
    }

    @Test
    void tellsNothingAboutTheBodyToWhoeverMayNotSeeTheCase() {
        JsonNode incident = report(duty(), "外村");
        Client elsewhere = person(new Scope(Town.SECOND_VILLAGE), "", Role.DISPATCHER);
        act(elsewhere, incident, Map.of()).expect(404);
        act(elsewhere, incident, Map.of("action", "fly")).expect(404);
        assertThat(fields(act(duty(), incident, Map.of()))).containsExactly("action");
    }

    @Test
    void listsTheReasonsAllowed() {
        Client duty = duty();
        JsonNode incident = report(duty, "无此原因");
        Client.Reply refused =
                act(duty, incident, Map.of("action", "reject", "version", 0, "reason", "x", "reasonCode", "BORED"));
        assertThat(fields(refused)).containsExactly("reasonCode");
        assertThat(refused.text()).contains("NOT_OURS, NO_MATTER, TOO_VAGUE, REPEATED");
    }

    @Test
    void namesTheEmptyPlacesOfAList() {
        Client duty = duty();
        JsonNode incident = report(duty, "空名");
        Map<String, Object> empty = Map.of(
                "action",
                "assign",
                "version",
                0,
                "workerIds",
                Collections.singletonList(null),
                "coHandlers",
                Arrays.asList("w-named", null));
        assertThat(fields(act(duty, incident, empty))).containsExactly("workerIds[0]", "coHandlers[1]");
        Map<String, Object> nobody = Map.of("action", "assign", "version", 0, "workerIds", List.of());
        assertThat(fields(act(duty, incident, nobody))).containsExactly("workerIds");
    }

    @Test
    void namesAnEmptyEntryAmongPositions() {
        Client worker = person(new Scope(Town.FIRST_GRID), "w-fix" + System.nanoTime(), Role.GRID_WORKER);
        assertThat(fields(worker.post("/api/workers/me/positions", Collections.singletonList(null))))
                .containsExactly("[0]");
    }
}
