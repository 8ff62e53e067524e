package org.gridsight.benchmarks;

import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** From an acknowledged report to the frame that shows it to somebody else. */
final class LiveLatency {

    private static final long PAUSE_NANOS = 50_000_000;

    private LiveLatency() {}

    public static void main(String[] arguments) throws Exception {
        Arguments given = new Arguments(arguments);
        Product duty = Product.as(given.text("user", "duty"), given.required("password"), given.required("url"));
        Product leader = Product.as(given.text("watcher", "leader"), given.required("password"), given.required("url"));
        Reports reports = Reports.inside(duty, 3);
        Seen seen = new Seen();
        WebSocket socket = leader.live(seen);
        socket.sendText("""
                {"op":"subscribe","streams":["incidents"],"positions":false,"bbox":[-180,-90,180,90]}""", true).join();
        seen.subscribed.get(20, TimeUnit.SECONDS);
        Latencies latencies = new Latencies();
        for (int i = 0; i < given.number("count", 200); i++) {
            HttpResponse<String> answer = duty.send(reports.next(duty));
            long acknowledged = System.nanoTime();
            String id = Product.JSON.readTree(answer.body()).path("id").asString();
            long shown = seen.at(id).get(20, TimeUnit.SECONDS);
            // it may be on the other screen before its reporter has read the answer
            latencies.add(Math.max(0, shown - acknowledged));
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        socket.abort();
        String result =
                "acknowledged to seen by another client, " + latencies.count() + " times: " + latencies.summary();
        Row.print(LiveLatency.class, given.text("on", ""), result, given.text("mark", ""));
    }

    /** When each incident was first seen; written by the socket's thread, read by the measuring one. */
    private static final class Seen implements WebSocket.Listener {
        private final CompletableFuture<Void> subscribed = new CompletableFuture<>();
        private final Map<String, CompletableFuture<Long>> times = new ConcurrentHashMap<>();
        private final StringBuilder partial = new StringBuilder();

        CompletableFuture<Long> at(String id) {
            return times.computeIfAbsent(id, unseen -> new CompletableFuture<>());
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            long now = System.nanoTime();
            partial.append(data);
            if (last) {
                JsonNode frame = Product.JSON.readTree(partial.toString());
                partial.setLength(0);
                String op = frame.path("op").asString("");
                if (op.equals("subscribed") || op.equals("snapshotRequired")) {
                    subscribed.complete(null);
                } else if (op.equals("change")) {
                    at(frame.path("id").asString()).complete(now);
                }
            }
            socket.request(1);
            return null;
        }
    }
}
