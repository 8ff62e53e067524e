package org.gridsight.app.incidents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Role;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What all tests of the loop share: one product per database, the town, its clock. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Town.class)
abstract class Loop {

    @LocalServerPort
    int port;

    @Autowired
    Incidents incidents;

    @Autowired
    IncidentSearch search;

    @Autowired
    Grids grids;

    @Autowired
    PlaceSetUp setUp;

    @Autowired
    Town.TestClock clock;

    @BeforeEach
    void settleTown() {
        clock.set(Town.NOON);
        if (!grids.isSetUp()) {
            Town.settle(setUp);
        }
    }

    /** One move; {@code fields} are names and values in turn. The version is the present one. */
    IncidentView act(IncidentView incident, CurrentUser user, String action, Object... fields) {
        return actOn(now(incident), user, action, fields);
    }

    /** One move of somebody who saw the incident exactly so: the version is that of {@code seen}. */
    IncidentView actOn(IncidentView seen, CurrentUser user, String action, Object... fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("action", action);
        body.put("version", seen.version());
        for (int i = 0; i < fields.length; i += 2) {
            body.put((String) fields[i], fields[i + 1]);
        }
        return incidents.act(seen.id().toString(), MoveRequest.from(body), user, Optional.empty());
    }

    IncidentView now(IncidentView incident) {
        return incidents.find(incident.id().toString(), everything()).orElseThrow();
    }

    /** A new incident led to a state by the usual people: {@code w...} and unit justice handle it. */
    IncidentView inState(IncidentStatus wanted) {
        String worker = "w" + System.nanoTime();
        return inState(wanted, worker);
    }

    IncidentView inState(IncidentStatus wanted, String worker) {
        IncidentView incident = incidents.report(Town.incident("状态 " + wanted), Town.duty());
        if (wanted == IncidentStatus.REJECTED) {
            return act(incident, Town.duty(), "reject", "reason", "不属实");
        }
        if (wanted == IncidentStatus.MERGED) {
            IncidentView target = incidents.report(Town.incident("合并目标"), Town.duty());
            return act(incident, Town.duty(), "merge", "into", target.id());
        }
        for (Stage stage : STAGES) {
            if (incident.status() == wanted) {
                return incident;
            }
            incident = stage.go(this, incident, worker);
        }
        return incident;
    }

    /** One move on the straight way from report to close. */
    private interface Stage {
        IncidentView go(Loop loop, IncidentView incident, String worker);
    }

    private static final List<Stage> STAGES = List.of(
            (loop, incident, worker) -> loop.act(incident, Town.duty(), "accept"),
            (loop, incident, worker) ->
                    loop.act(incident, Town.duty(), "assign", "workerIds", List.of(worker), "unitId", "justice"),
            (loop, incident, worker) -> loop.act(incident, Town.worker(worker), "start"),
            (loop, incident, worker) -> loop.act(incident, Town.worker(worker), "handle", "result", "已清理"),
            (loop, incident, worker) ->
                    loop.act(incident, Town.user("verifier", Role.VERIFIER), "verify", "passed", true, "finding", "属实"),
            (loop, incident, worker) ->
                    loop.act(incident, Town.user("clerk", Role.WINDOW_CLERK), "revisit", "outcome", "SATISFIED"),
            (loop, incident, worker) -> loop.act(incident, Town.duty(), "close"));

    static Rejected refused(Runnable call) {
        try {
            call.run();
        } catch (Rejected rejected) {
            return rejected;
        }
        throw new AssertionError("was not refused");
    }

    static Scope everything() {
        return Scope.everything();
    }
}
