package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.Rejected;
import org.junit.jupiter.api.Test;

/** Two at once: the database decides, and the loser is told what the winner did. */
abstract class RaceContract extends Loop {

    @Test
    void oneOfTwoDispatchersWins() throws Exception {
        for (int i = 0; i < 10; i++) {
            IncidentView incident = inState(IncidentStatus.ACCEPTED);
            List<String> outcomes = race(
                    () -> act(incident, Town.user("duty-a", Role.DISPATCHER), "assign", "workerIds", List.of("w-a")),
                    () -> act(incident, Town.user("duty-b", Role.DISPATCHER), "assign", "workerIds", List.of("w-b")));
            assertThat(outcomes).containsExactlyInAnyOrder("ASSIGNED", "incident.stale-version");
            assertThat(now(incident).workers()).hasSize(1);
        }
    }

    @Test
    void workerBeginsOneOrderOnly() throws Exception {
        for (int i = 0; i < 10; i++) {
            String worker = "w-race" + System.nanoTime();
            IncidentView one = inState(IncidentStatus.ASSIGNED, worker);
            IncidentView two = inState(IncidentStatus.ASSIGNED, worker);
            List<String> outcomes =
                    race(() -> act(one, Town.worker(worker), "start"), () -> act(two, Town.worker(worker), "start"));
            assertThat(outcomes).containsExactlyInAnyOrder("HANDLING", "incident.worker-busy");
            IncidentView waiting = Stream.of(one, two)
                    .filter(view -> now(view).status() == IncidentStatus.ASSIGNED)
                    .findFirst()
                    .orElseThrow();
            IncidentView begun = waiting == one ? two : one;
            act(begun, Town.worker(worker), "handle", "result", "完成");
            assertThat(act(waiting, Town.worker(worker), "start").status()).isEqualTo(IncidentStatus.HANDLING);
        }
    }

    @Test
    void crossMergesMakeNoCircle() throws Exception {
        for (int i = 0; i < 10; i++) {
            IncidentView one = inState(IncidentStatus.REPORTED);
            IncidentView two = inState(IncidentStatus.REPORTED);
            race(
                    () -> act(one, Town.duty(), "merge", "into", two.id()),
                    () -> act(two, Town.duty(), "merge", "into", one.id()));
            assertThat(List.of(now(one).status(), now(two).status()))
                    .containsExactlyInAnyOrder(IncidentStatus.MERGED, IncidentStatus.REPORTED);
        }
    }

    private static List<String> race(Callable<IncidentView> first, Callable<IncidentView> second) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CyclicBarrier together = new CyclicBarrier(2);
        try {
            List<Future<IncidentView>> runs = new ArrayList<>();
            for (Callable<IncidentView> run : List.of(first, second)) {
                runs.add(threads.submit(() -> {
                    together.await();
                    return run.call();
                }));
            }
            List<String> outcomes = new ArrayList<>();
            for (Future<IncidentView> run : runs) {
                outcomes.add(outcome(run));
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static String outcome(Future<IncidentView> run) throws InterruptedException {
        try {
            return run.get().status().name();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Rejected rejected) {
                return rejected.reason().code();
            }
            throw new AssertionError("neither won nor refused", e.getCause());
        }
    }
}
