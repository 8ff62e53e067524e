package org.gridsight.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.LiveSocket;
import org.gridsight.spatial.Box;
import org.gridsight.spatial.LngLat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

/** Whatever is cut, restarted or too slow: merging by id and version gives what the database holds. */
abstract class LosslessContract {

    private static final int CUTS_EACH = 100;
    private static final long SEED = 20260305;
    private static final List<Double> LEFT_HALF = List.of(100.0, 30.0, 100.5, 31.0);
    private static final Box LEFT_BOX = new Box(100.0, 30.0, 100.5, 31.0);
    private static final LngLat LEFT = new LngLat(100.25, 30.5);
    private static final LngLat RIGHT = new LngLat(100.75, 30.5);
    private static final List<String> SCOPES =
            List.of(LiveProduct.EAST_VILLAGE + "001", LiveProduct.WEST_VILLAGE + "001", LiveProduct.TOWN);

    private final LiveProduct product;

    LosslessContract(LiveProduct product) {
        this.product = product;
    }

    @BeforeEach
    void forgetOldBeacons() {
        product.beacons().clear();
    }

    /** Five clients with different sight, a hundred cuts each, while four writers set, move, remove and give up. */
    @Test
    void losesNothingOverFiveHundredCuts() throws Exception {
        List<Follower> followers = List.of(
                new Follower(product.duty(), Optional.empty()),
                new Follower(product.duty(), Optional.of(LEFT_HALF)),
                new Follower(product.as("live-clerk"), Optional.empty()),
                new Follower(product.as("live-clerk"), Optional.of(LEFT_HALF)),
                new Follower(product.as("live-wall"), Optional.empty()));
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService crowd = Executors.newCachedThreadPool();
        try {
            List<Future<?>> writers = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(i -> crowd.submit(() -> write(new Random(SEED + i), writing)))
                    .toList();
            List<Future<?>> readers = IntStream.range(0, followers.size())
                    .<Future<?>>mapToObj(
                            i -> crowd.submit(() -> cutAgainAndAgain(followers.get(i), new Random(SEED - i))))
                    .toList();
            for (Future<?> reader : readers) {
                reader.get(10, TimeUnit.MINUTES);
            }
            writing.set(false);
            for (Future<?> writer : writers) {
                writer.get(1, TimeUnit.MINUTES);
            }
        } finally {
            writing.set(false);
            crowd.shutdownNow();
        }
        product.beacons().put("zz-fence", LiveProduct.EAST_VILLAGE + "001", LEFT, "last");
        followers.forEach(follower -> follower.followUntil("zz-fence"));
        Scope town = new Scope(LiveProduct.TOWN);
        Scope village = new Scope(LiveProduct.EAST_VILLAGE);
        assertThat(followers.get(0).inSight()).isEqualTo(stored(town, Optional.empty()));
        assertThat(followers.get(1).inSight()).isEqualTo(stored(town, Optional.of(LEFT_BOX)));
        assertThat(followers.get(2).inSight()).isEqualTo(stored(village, Optional.empty()));
        assertThat(followers.get(3).inSight()).isEqualTo(stored(village, Optional.of(LEFT_BOX)));
        assertThat(followers.get(4).inSight()).isEqualTo(stored(town, Optional.empty()));
        assertThat(followers).allMatch(follower -> follower.snapshots() == 1);
    }

    private void cutAgainAndAgain(Follower follower, Random random) {
        follower.readSnapshot();
        for (int i = 0; i < CUTS_EACH; i++) {
            follower.follow(1 + random.nextInt(40));
        }
    }

    private void write(Random random, AtomicBoolean writing) {
        Beacons beacons = product.beacons();
        for (int turn = 0; writing.get(); turn++) {
            String words = "turn " + turn;
            try {
                int kind = random.nextInt(20);
                if (kind < 3) {
                    beacons.remove(anyId(random));
                } else if (kind == 3) {
                    int first = random.nextInt(40);
                    boolean givesUp = random.nextBoolean();
                    beacons.transaction().executeWithoutResult(status -> {
                        for (int i = first; i < first + 20; i++) {
                            beacons.putWithin(id(i), anyScope(random), anyPlace(random), words);
                        }
                        if (givesUp) {
                            status.setRollbackOnly();
                        }
                    });
                } else {
                    beacons.put(anyId(random), anyScope(random), anyPlace(random), words);
                }
            } catch (DataAccessException collision) {
                // two writers set the same new beacon at once; one of them must give up
            }
        }
    }

    private static String id(int number) {
        return "b" + (100 + number);
    }

    private static String anyId(Random random) {
        return id(random.nextInt(60));
    }

    private static String anyScope(Random random) {
        return SCOPES.get(random.nextInt(SCOPES.size()));
    }

    private static LngLat anyPlace(Random random) {
        return new LngLat(100 + random.nextDouble(), 30 + random.nextDouble());
    }

    private Map<String, String> stored(Scope scope, Optional<Box> box) {
        Map<String, String> rows = new TreeMap<>();
        for (MapFeature feature : product.beacons().features(scope, Optional.empty(), box, false, 1_000)) {
            Beacons.Shown shown = (Beacons.Shown) feature.properties();
            rows.put(shown.id(), shown.version() + " " + shown.words());
        }
        return rows;
    }

    @Test
    void restartKeepsEpochAndOffsetsAndOldPagesAreRead() {
        Follower follower = new Follower(product.duty(), Optional.empty());
        follower.readSnapshot();
        String epoch = follower.epoch();
        product.beacons().transaction().executeWithoutResult(status -> {
            for (int i = 0; i < 2_500; i++) {
                product.beacons().putWithin("page-" + i, LiveProduct.TOWN, LEFT, "x");
            }
        });
        long before = follower.offset();
        follower.followUntil("page-2499");
        assertThat(follower.offset()).isEqualTo(before + 2_500);
        product.restart();
        Follower late = new Follower(product.duty(), Optional.empty());
        late.readSnapshot();
        assertThat(late.epoch()).isEqualTo(epoch);
        assertThat(late.offset()).isEqualTo(before + 2_500);
        try (LiveSocket socket = product.duty().live()) {
            socket.send(LiveContract.subscribe("resume", Map.of("epoch", epoch, "offset", before)));
            product.beacons().put("after-restart", LiveProduct.TOWN, LEFT, "y");
            socket.awaitFrame(frame -> frame.path("id").asString("").equals("after-restart"));
            List<Long> offsets = socket.frames().stream()
                    .filter(frame -> frame.path("op").asString().equals("change"))
                    .map(frame -> frame.path("offset").asLong())
                    .toList();
            assertThat(offsets).hasSize(2_501).isSorted().doesNotHaveDuplicates();
        }
        product.restart();
        product.bean(StreamTables.class).prune(Instant.now().plus(Duration.ofDays(1)));
        try (LiveSocket socket = product.duty().live()) {
            socket.send(LiveContract.subscribe("resume", Map.of("epoch", epoch, "offset", before)));
            JsonNode answer = socket.awaitOp("snapshotRequired");
            assertThat(answer.path("reason").asString()).isEqualTo("expired");
        }
    }

    @Test
    void newEpochSendsEverybodyToTheSnapshot() {
        try (LiveSocket socket = product.duty().live()) {
            socket.send(LiveContract.subscribe());
            socket.awaitOp("subscribed");
            product.beacons()
                    .transaction()
                    .executeWithoutResult(status -> product.bean(org.springframework.jdbc.core.JdbcTemplate.class)
                            .update("delete from live.head"));
            JsonNode answer = socket.awaitOp("snapshotRequired");
            Follower follower = new Follower(product.duty(), Optional.empty());
            follower.readSnapshot();
            assertThat(follower.epoch()).isEqualTo(answer.path("epoch").asString());
            product.beacons().put("new-epoch", LiveProduct.TOWN, LEFT, "z");
            follower.followUntil("new-epoch");
            assertThat(follower.offset()).isEqualTo(1);
        }
    }

    @Test
    void keepsOthersFastWhenOneClientStalls() {
        Stalled stalled = new Stalled();
        WebSocket lazy = stalled.connect(product);
        lazy.sendText("{\"op\":\"subscribe\",\"streams\":[\"warnings\"]}", true).join();
        String padding = "x".repeat(10_000);
        try (LiveSocket quick = product.duty().live()) {
            quick.send(LiveContract.subscribe("bbox", List.of(100.5, 30.0, 101.0, 31.0)));
            quick.awaitOp("subscribed");
            for (int round = 0; round < 30; round++) {
                int number = round;
                product.beacons().transaction().executeWithoutResult(status -> {
                    for (int i = 0; i < 100; i++) {
                        product.beacons().putWithin("flood-" + i, LiveProduct.TOWN, LEFT, number + padding);
                    }
                });
                String id = "quick-" + round;
                long start = System.nanoTime();
                product.beacons().put(id, LiveProduct.TOWN, RIGHT, "");
                quick.awaitFrame(frame -> frame.path("id").asString("").equals(id));
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            }
        }
        lazy.request(Long.MAX_VALUE);
        await().atMost(Duration.ofSeconds(60)).until(() -> stalled.text().contains("snapshotRequired"));
        assertThat(stalled.text()).contains("too-slow");
        lazy.abort();
    }

    /** A client that takes nothing off the wire until it is told to. */
    private static final class Stalled implements WebSocket.Listener {

        private final StringBuffer tail = new StringBuffer();

        WebSocket connect(LiveProduct product) {
            String token = product.duty().createToken("stalled");
            return HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .header("Authorization", "Bearer " + token)
                    .buildAsync(
                            java.net.URI.create(product.base().toString().replaceFirst("http", "ws") + "/live"), this)
                    .join();
        }

        @Override
        public void onOpen(WebSocket socket) {
            // asks for nothing
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            if (data.length() < 500) {
                tail.append(data);
            }
            return null;
        }

        String text() {
            return tail.toString();
        }
    }
}
