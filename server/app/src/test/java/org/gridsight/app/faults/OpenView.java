package org.gridsight.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.RunningProduct;
import org.gridsight.app.testing.SmallPlace;
import org.gridsight.media.Codec;
import org.gridsight.media.rtsp.Film;
import org.gridsight.media.rtsp.RtspCamera;
import org.gridsight.media.rtsp.RtspManners;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The duty officer watches a simulated camera of a product that is killed; the ticket goes on, the register is kept. */
final class OpenView implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final RtspCamera device = new RtspCamera(Film.random(Codec.H264, 60, 1_000), manners());
    private final RunningProduct product;
    private final Client auditor;
    private final String token;
    private final String liveUrl;
    private WebSocket socket;

    private OpenView(RunningProduct product, Client duty) {
        this.product = product;
        Client video = opened("video-manager", "VIDEO_MANAGER", SmallPlace.CODE);
        auditor = opened("auditor", "AUDIT_ADMIN", SmallPlace.CODE);
        token = duty.createToken("player");
        Map<String, Object> camera = Map.of(
                "name",
                "试验镇路口",
                "location",
                Map.of("type", "Point", "coordinates", List.of(117.90, 35.80)),
                "streamUrl",
                "rtsp://127.0.0.1:" + device.address().getPort() + "/1");
        String id =
                video.post("/api/cameras", camera).expect(201).json().path("id").asString();
        liveUrl = duty.post("/api/cameras/" + id + "/tickets", Map.of("purpose", "PATROL", "reason", "巡查"))
                .expect(201)
                .json()
                .path("liveUrl")
                .asString();
        socket = play();
    }

    /** Plays already, and that is on record. */
    static OpenView of(RunningProduct product, Client duty) {
        OpenView view = new OpenView(product, duty);
        await().atMost(LIMIT).until(() -> view.line().path("watched").asBoolean());
        return view;
    }

    private static RtspManners manners() {
        RtspManners manners = new RtspManners();
        manners.rate = 25;
        manners.pictures = 0;
        return manners;
    }

    private Client opened(String name, String role, String scope) {
        Map<String, Object> account = Map.of(
                "username", name,
                "displayName", name,
                "password", SmallPlace.PASSWORD,
                "roles", List.of(role),
                "scope", scope);
        Client administrator = product.client().signIn("sysadmin", RunningProduct.ADMIN_PASSWORD);
        administrator.post("/api/users", account).expect(201);
        return product.client().signIn(name, SmallPlace.PASSWORD);
    }

    /** Waits for the first pictures. */
    private WebSocket play() {
        AtomicInteger frames = new AtomicInteger();
        URI address = URI.create(product.baseUrl().toString().replaceFirst("http", "ws") + liveUrl);
        WebSocket playing = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .buildAsync(address, new WebSocket.Listener() {
                    @Override
                    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
                        frames.incrementAndGet();
                        socket.request(1);
                        return null;
                    }
                })
                .join();
        await().atMost(LIMIT).until(() -> frames.get() > 2);
        return playing;
    }

    private JsonNode line() {
        JsonNode lines =
                auditor.get("/api/view-register?limit=500").expect(200).json().path("items");
        assertThat(lines.size()).as("one grant, one line").isEqualTo(1);
        return lines.path(0);
    }

    /** After the kills: the view that died has an end at a time the product still lived, and its ticket plays again. */
    void expectEndOnRecord() {
        JsonNode ended = await().atMost(LIMIT)
                .until(this::line, line -> line.path("until").isString());
        assertThat(Instant.parse(ended.path("until").asString())).isBefore(Instant.now());
        socket.abort();
        socket = play();
        await().atMost(LIMIT).until(() -> line().path("until").isNull());
    }

    @Override
    public void close() {
        socket.abort();
        device.close();
    }
}
