package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.junit.jupiter.api.Test;

/** Every state with every move by every role: the table of domain.md section 4 allows it or the product refuses it. */
class MoveTableTest extends EmbeddedLoop {

    /** Domain.md section 4, copied by hand: from / move / to / roles. */
    private static final List<String> TABLE = List.of(
            "REPORTED accept ACCEPTED DISPATCHER",
            "REPORTED,ACCEPTED reject REJECTED DISPATCHER",
            "REPORTED,ACCEPTED,ASSIGNED merge MERGED DISPATCHER",
            "MERGED unmerge REPORTED DISPATCHER",
            "ACCEPTED assign ASSIGNED DISPATCHER",
            "ASSIGNED start HANDLING GRID_WORKER,HANDLER,MEDIATOR",
            "ASSIGNED,HANDLING return ACCEPTED GRID_WORKER,HANDLER,MEDIATOR",
            "HANDLING handle HANDLED GRID_WORKER,HANDLER,MEDIATOR",
            "HANDLED verify VERIFIED VERIFIER",
            "VERIFIED revisit REVISITED DISPATCHER,WINDOW_CLERK,VILLAGE_CLERK",
            "REVISITED close CLOSED DISPATCHER,LEADER",
            "VERIFIED,REVISITED,CLOSED reopen ASSIGNED DISPATCHER",
            "ACCEPTED,ASSIGNED,HANDLING pause = DISPATCHER,SUPERVISOR,LEADER",
            "ACCEPTED,ASSIGNED,HANDLING extend = SUPERVISOR,LEADER");

    private static final Set<String> MOVES =
            TABLE.stream().map(row -> row.split(" ")[1]).collect(Collectors.toSet());

    private final Map<UUID, String> workers = new HashMap<>();
    private String targetId = "";

    @Test
    void tableAllowsOrRefusesEveryCombination() {
        targetId = incidents.report(Town.incident("目标"), Town.duty()).id().toString();
        List<String> wrong = new ArrayList<>();
        Map<IncidentStatus, IncidentView> standing = new EnumMap<>(IncidentStatus.class);
        for (IncidentStatus state : IncidentStatus.values()) {
            for (String move : MOVES) {
                for (Role role : Role.values()) {
                    IncidentView incident = standing.computeIfAbsent(state, this::prepared);
                    String expected = expected(state, move, role);
                    String actual = attempt(incident, move, role);
                    if (!actual.equals(expected)) {
                        wrong.add(state + " " + move + " by " + role + ": expected " + expected + ", was " + actual);
                    }
                    if (!expected.matches("\\d.*")) {
                        standing.remove(state);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private IncidentView prepared(IncidentStatus state) {
        String worker = "w-" + state + workers.size();
        IncidentView incident = inState(state, worker);
        workers.put(incident.id(), worker);
        return incident;
    }

    private static String expected(IncidentStatus state, String move, Role role) {
        boolean roleFits = rows(move).anyMatch(row -> Set.of(row[3].split(",")).contains(role.name()));
        if (!roleFits) {
            return "403 access.forbidden";
        }
        return rows(move)
                .filter(row -> Set.of(row[0].split(",")).contains(state.name()))
                .map(row -> row[2].equals("=") ? state.name() : row[2])
                .findFirst()
                .orElse("409 incident.move-not-allowed");
    }

    private static java.util.stream.Stream<String[]> rows(String move) {
        return TABLE.stream().map(row -> row.split(" ")).filter(row -> row[1].equals(move));
    }

    private String attempt(IncidentView incident, String move, Role role) {
        CurrentUser user = person(role, workers.getOrDefault(incident.id(), "w-none"));
        try {
            return act(incident, user, move, everyField()).status().name();
        } catch (Rejected rejected) {
            return rejected.reason().status() + " " + rejected.reason().code();
        }
    }

    private Object[] everyField() {
        return new Object[] {
            "reason",
            "理由",
            "result",
            "结果",
            "passed",
            true,
            "finding",
            "属实",
            "outcome",
            "SATISFIED",
            "workerIds",
            List.of("w-new"),
            "into",
            targetId,
            "dueAt",
            "2026-12-01T12:00:00+08:00"
        };
    }

    /** Grid workers are the one who was sent; all others have no part in the case yet. */
    private static CurrentUser person(Role role, String worker) {
        return role == Role.GRID_WORKER
                ? Town.worker(worker)
                : new CurrentUser("table-" + role, "某人", Set.of(role), new Scope(Town.CODE), null, null);
    }

    @Test
    void namesTheMovesThatAreAllowed() {
        IncidentView incident = inState(IncidentStatus.ACCEPTED);
        Rejected rejected = refused(() -> act(incident, Town.duty(), "accept"));
        assertThat(rejected.properties().get("allowed"))
                .isEqualTo(List.of("reject", "merge", "undo", "assign", "pause"));
    }

    @Test
    void everyMoveOfTheCodeStandsInTheTable() {
        Set<String> words = Arrays.stream(Move.values()).map(Move::word).collect(Collectors.toSet());
        words.removeAll(Set.of("undo", "resume"));
        assertThat(words).isEqualTo(MOVES);
    }
}
