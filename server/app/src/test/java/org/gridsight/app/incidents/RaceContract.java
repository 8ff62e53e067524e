package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gridsight.app.access.Idempotency;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.Rejected;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;

/** Two at once: the database decides, and the loser is told what the winner did. */
abstract class RaceContract extends Loop {

    @Autowired
    private Idempotency idempotency;

    @Test
    void oneOfTwoDispatchersWins() throws Exception {
        for (int i = 0; i < 10; i++) {
            IncidentView incident = inState(IncidentStatus.ACCEPTED);
            List<String> outcomes = race(
                    () -> actOn(incident, Town.user("duty-a", Role.DISPATCHER), "assign", "workerIds", List.of("w-a")),
                    () -> actOn(incident, Town.user("duty-b", Role.DISPATCHER), "assign", "workerIds", List.of("w-b")));
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
            List<String> outcomes = race(
                    () -> actOn(one, Town.worker(worker), "start"), () -> actOn(two, Town.worker(worker), "start"));
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

    @Test
    void aKeySentTwiceAtOnceReportsOnce() throws Exception {
        for (int i = 0; i < 10; i++) {
            String title = "同一请求" + System.nanoTime();
            Callable<ResponseEntity<?>> call = keyed(
                    title, () -> ResponseEntity.status(201).body(incidents.report(Town.incident(title), Town.duty())));
            List<Future<ResponseEntity<?>>> answers = together(call, call);
            assertThat(answers.get(0).get()).isEqualTo(answers.get(1).get());
            assertThat(search.page(IncidentFilter.parse(Map.of("q", List.of(title))), everything())
                            .items())
                    .hasSize(1);
        }
    }

    @Test
    void aKeySentTwiceAtOnceMovesOnce() throws Exception {
        for (int i = 0; i < 10; i++) {
            IncidentView incident = inState(IncidentStatus.REPORTED);
            Callable<ResponseEntity<?>> call =
                    keyed(incident.number(), () -> ResponseEntity.ok(act(incident, Town.duty(), "accept")));
            List<Future<ResponseEntity<?>>> answers = together(call, call);
            assertThat(answers.get(0).get()).isEqualTo(answers.get(1).get());
            assertThat(now(incident).version()).isEqualTo(incident.version() + 1);
        }
    }

    private Callable<ResponseEntity<?>> keyed(String key, Supplier<ResponseEntity<?>> work) {
        return () -> idempotency.once(Town.duty(), key, key, work);
    }

    private static List<String> race(Callable<IncidentView> first, Callable<IncidentView> second) throws Exception {
        List<String> outcomes = new ArrayList<>();
        for (Future<IncidentView> run : together(first, second)) {
            outcomes.add(outcome(run));
        }
        return outcomes;
    }

    /** Both calls begin at one moment and have ended. */
    private static <T> List<Future<T>> together(Callable<T> first, Callable<T> second) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CyclicBarrier barrier = new CyclicBarrier(2);
        try {
            return threads.invokeAll(Stream.of(first, second)
                    .<Callable<T>>map(call -> () -> {
                        barrier.await();
                        return call.call();
                    })
                    .toList());
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
