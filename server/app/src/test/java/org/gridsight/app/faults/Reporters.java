package org.gridsight.app.faults;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Client.Reply;
import org.gridsight.app.testing.SmallPlace;
import tools.jackson.databind.JsonNode;

/** People who report one incident after the other until the line goes dead, and remember what they were told. */
final class Reporters implements AutoCloseable {

    /** A report that was sent; its key makes a repeat safe. */
    record Sent(String key, Map<String, Object> body) {}

    private static final int PEOPLE = 6;
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Client client;
    private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    private final AtomicInteger numbers = new AtomicInteger();
    /** By id, the incident as it was acknowledged; written by all people, read by the test. */
    final Map<String, JsonNode> acknowledged = new ConcurrentHashMap<>();
    /** By key, sent and never answered. */
    final Map<String, Sent> unanswered = new ConcurrentHashMap<>();

    Reporters(Client client) {
        this.client = client;
    }

    /** Everybody reports until an error; the interruption comes once this many more were acknowledged. */
    void reportUntil(int more, Runnable interruption) {
        int wanted = acknowledged.size() + more;
        List<Future<?>> running = IntStream.range(0, PEOPLE)
                .<Future<?>>mapToObj(person -> people.submit(this::reportUntilTheLineIsDead))
                .toList();
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(2)).until(() -> acknowledged.size() >= wanted);
        interruption.run();
        await().atMost(LIMIT).until(() -> running.stream().allMatch(Future::isDone));
    }

    private void reportUntilTheLineIsDead() {
        while (report(next())) {
            // the next one
        }
    }

    private Sent next() {
        int number = numbers.incrementAndGet();
        double share = number * 0.618 % 1;
        return new Sent(
                UUID.randomUUID().toString(),
                SmallPlace.report("report-" + number + "-end", share, Instant.ofEpochSecond(1_760_000_000L + number)));
    }

    /** Sends a report; false when no success came back. */
    boolean report(Sent report) {
        unanswered.put(report.key(), report);
        try {
            Reply reply = client.post("/api/incidents", report.body(), report.key());
            if (reply.status() != 201) {
                return false;
            }
            JsonNode incident = reply.json();
            acknowledged.put(incident.path("id").asString(), incident);
            unanswered.remove(report.key());
            return true;
        } catch (UncheckedIOException dead) {
            return false;
        }
    }

    /** Repeats what was never answered, as a careful client does; each must now succeed. */
    void repeatUnanswered() {
        for (Sent report : List.copyOf(unanswered.values())) {
            if (!report(report)) {
                throw new AssertionError("a repeated report was refused: " + report.body());
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        people.shutdownNow();
        if (!people.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new AssertionError("reporters do not end");
        }
    }
}
