package org.gridsight.app.testing;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One open live channel that keeps every frame it got, in order. */
public final class LiveSocket implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Collector collector;
    private final WebSocket socket;

    private LiveSocket(Collector collector, WebSocket socket) {
        this.collector = collector;
        this.socket = socket;
    }

    static LiveSocket open(HttpClient http, URI address, String origin, String authorization) {
        Collector collector = new Collector();
        WebSocket.Builder builder = http.newWebSocketBuilder()
                .connectTimeout(LIMIT)
                .subprotocols("gridsight.v1.json")
                .header("Origin", origin);
        if (!authorization.isEmpty()) {
            builder.header("Authorization", authorization);
        }
        return new LiveSocket(collector, builder.buildAsync(address, collector).join());
    }

    /** Sends one JSON text frame. */
    public void send(Object message) {
        String text = message instanceof String plain ? plain : Client.JSON.writeValueAsString(message);
        socket.sendText(text, true).join();
    }

    public List<JsonNode> frames() {
        return List.copyOf(collector.frames);
    }

    /** The first frame that fits, also one that came before the call. */
    public JsonNode awaitFrame(Predicate<JsonNode> wanted) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> collector.frames.stream().anyMatch(wanted));
        return collector.frames.stream().filter(wanted).findFirst().orElseThrow();
    }

    /** The first frame with this {@code op}. */
    public JsonNode awaitOp(String op) {
        return awaitFrame(frame -> frame.path("op").asString("").equals(op));
    }

    /** The status code of the closing handshake, once the other side closed. */
    public Optional<Integer> closeCode() {
        return Optional.ofNullable(collector.closeCode);
    }

    /** Cuts the line without a closing handshake. */
    public void cut() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** Written by the one thread that delivers frames at a time, read by the test. */
    private static final class Collector implements WebSocket.Listener {
        private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
        private final StringBuilder partial = new StringBuilder();
        private volatile @Nullable Integer closeCode;

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                frames.add(Client.JSON.readTree(partial.toString()));
                partial.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            closeCode = statusCode;
            return CompletableFuture.completedFuture(reason);
        }
    }
}
