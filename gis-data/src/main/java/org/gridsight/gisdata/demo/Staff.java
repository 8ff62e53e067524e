package org.gridsight.gisdata.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who does what: desk people by the hour, grid workers by their grid. */
final class Staff {

    private static final int DISPATCHERS = 101;
    private static final int VERIFIERS = 111;
    private static final int CLERKS = 121;
    private static final int LEADER = 131;

    private final Town town;
    private final List<DemoWorker> workers;
    private final boolean now;
    private final Set<String> busy = new HashSet<>();

    /** @param now only people on duty today are sent, and the demo account never is */
    Staff(Town town, List<DemoWorker> workers, boolean now) {
        this.town = town;
        this.workers = workers;
        this.now = now;
    }

    /** The worker of the grid, or the nearest one who is there. */
    DemoWorker handler(Draft draft) {
        return others(draft).get(0);
    }

    /** Somebody else nearby, after a return. */
    DemoWorker second(Draft draft) {
        return others(draft).get(1);
    }

    /** Who has an open case is not sent to another one. */
    void occupy(String workerId) {
        busy.add(workerId);
    }

    DemoIncident.Actor dispatcher(Instant at) {
        return person("DISPATCHER", DISPATCHERS + at.atOffset(Rhythm.ZONE).getHour() / 6);
    }

    DemoIncident.Actor verifier(Draws draws) {
        return person("VERIFIER", VERIFIERS + draws.below(3));
    }

    DemoIncident.Actor clerk(Draws draws) {
        return person("VILLAGE_CLERK", CLERKS + draws.below(4));
    }

    DemoIncident.Actor leader() {
        return person("LEADER", LEADER);
    }

    static DemoIncident.Actor worker(DemoWorker worker) {
        return new DemoIncident.Actor("GRID_WORKER", worker.person().name(), worker.id());
    }

    DemoIncident.Actor reporter(Draft draft) {
        return switch (draft.source) {
            case "GRID_PATROL" -> worker(workers.get(draft.reporter - 1));
            case "WINDOW", "PETITION" -> person("WINDOW_CLERK", CLERKS + 5);
            case "PUBLIC_REPORT" -> person("PUBLIC", draft.reporter);
            case "VILLAGE_PLATFORM" -> new DemoIncident.Actor("PLATFORM", draft.platform, null);
            default -> dispatcher(draft.received);
        };
    }

    private List<DemoWorker> others(Draft draft) {
        String own = town.division().gridOf(draft.hamlet).code();
        List<DemoWorker> near = new ArrayList<>(workers);
        near.removeIf(w -> now && (!w.post().onDuty() || w.demoAccount() || busy.contains(w.id())));
        near.sort(Comparator.comparingInt((DemoWorker w) -> w.post().gridCode().equals(own) ? 0 : 1)
                .thenComparingDouble(w -> home(w).at().distance(draft.at))
                .thenComparing(DemoWorker::id));
        return near;
    }

    private Hamlet home(DemoWorker worker) {
        return town.hamlets().get(worker.post().home());
    }

    private static DemoIncident.Actor person(String role, int number) {
        return new DemoIncident.Actor(role, DemoPerson.numbered(number).name(), null);
    }
}
