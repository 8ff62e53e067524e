package org.gridsight.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.gridsight.app.access.Role;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.LiveSocket;
import org.gridsight.spatial.LngLat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What {@code /live} and the snapshot promise, on whichever database. */
abstract class LiveContract {

    private static final List<Double> LEFT_HALF = List.of(100.0, 30.0, 100.5, 31.0);
    private static final LngLat LEFT = new LngLat(100.25, 30.5);
    private static final LngLat RIGHT = new LngLat(100.75, 30.5);

    private final LiveProduct product;

    LiveContract(LiveProduct product) {
        this.product = product;
    }

    static Map<String, Object> subscribe(Object... more) {
        Map<String, Object> frame = new java.util.HashMap<>(Map.of("op", "subscribe", "streams", List.of("warnings")));
        for (int i = 0; i < more.length; i += 2) {
            frame.put((String) more[i], more[i + 1]);
        }
        return frame;
    }

    static LiveSocket subscribed(Client client, Object... more) {
        LiveSocket socket = client.live();
        socket.send(subscribe(more));
        socket.awaitOp("subscribed");
        return socket;
    }

    private static boolean isChange(JsonNode frame, String id) {
        return frame.path("op").asString().equals("change")
                && frame.path("id").asString().equals(id);
    }

    /** Waits for the change of a beacon written after everything else, and gives all changes of another id before it. */
    private List<JsonNode> changesOf(String id, LiveSocket socket, LngLat fenceAt) {
        String fence = "fence-" + System.nanoTime();
        product.beacons().put(fence, LiveProduct.EAST_VILLAGE + "001", fenceAt, "");
        socket.awaitFrame(frame -> isChange(frame, fence));
        return socket.frames().stream().filter(frame -> isChange(frame, id)).toList();
    }

    @Test
    void watchingPeopleIsOnRecord() {
        String name = "live-watcher";
        product.open(name, Role.DISPATCHER, LiveProduct.TOWN);
        product.open("live-auditor", Role.AUDIT_ADMIN, LiveProduct.TOWN);
        Client person = product.as(name);
        person.get("/api/live/snapshot").expect(200);
        try (LiveSocket socket = subscribed(person)) {
            assertThat(socket.frames()).isNotEmpty();
        }
        JsonNode records = product.as("live-auditor")
                .get("/api/audit?subject=worker/*&actor=" + name)
                .expect(200)
                .json();
        assertThat(records.path("items")).as("the second look is the same read").hasSize(1);
        assertThat(records.path("items").get(0).path("action").asString()).isEqualTo("live.watch");
    }

    @Test
    void tellsAChangeToASubscriber() {
        try (LiveSocket socket = subscribed(product.duty())) {
            product.beacons().put("told", LiveProduct.EAST_VILLAGE + "001", LEFT, "hello 你好");
            JsonNode change = socket.awaitFrame(frame -> isChange(frame, "told"));
            assertThat(change.path("stream").asString()).isEqualTo("warnings");
            assertThat(change.path("version").asLong()).isEqualTo(1);
            assertThat(change.path("feature").path("properties").path("words").asString())
                    .isEqualTo("hello 你好");
            assertThat(change.path("feature")
                            .path("geometry")
                            .path("coordinates")
                            .get(0)
                            .asDouble())
                    .isEqualTo(100.25);
        }
    }

    @Test
    void saysNothingOfWhatWasRolledBack() {
        try (LiveSocket socket = subscribed(product.duty())) {
            product.beacons().transaction().executeWithoutResult(status -> {
                product.beacons().putWithin("undone", LiveProduct.TOWN, LEFT, "");
                status.setRollbackOnly();
            });
            assertThat(changesOf("undone", socket, LEFT)).isEmpty();
        }
    }

    @Test
    void refusesAChangeOutsideATransaction() {
        assertThatThrownBy(() -> product.beacons().putWithin("lost", LiveProduct.TOWN, LEFT, ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside a writing transaction");
    }

    @Test
    void tellsOnlyTheLastOfManyChangesInOneTransaction() {
        try (LiveSocket socket = subscribed(product.duty())) {
            product.beacons().transaction().executeWithoutResult(status -> {
                for (int i = 0; i < 5; i++) {
                    product.beacons().putWithin("often", LiveProduct.EAST_VILLAGE, LEFT, "turn " + i);
                }
            });
            List<JsonNode> changes = changesOf("often", socket, LEFT);
            assertThat(changes).hasSize(1);
            assertThat(changes.get(0).path("version").asLong()).isEqualTo(5);
        }
    }

    @Test
    void takesWhatLeavesTheBoxOffTheMap() {
        try (LiveSocket socket = subscribed(product.duty(), "bbox", LEFT_HALF)) {
            String id = "walker-" + System.nanoTime();
            product.beacons().put(id, LiveProduct.TOWN, RIGHT, "outside");
            product.beacons().put(id, LiveProduct.TOWN, LEFT, "enters");
            product.beacons().put(id, LiveProduct.TOWN, RIGHT, "leaves");
            product.beacons().put(id, LiveProduct.TOWN, RIGHT, "still outside");
            List<JsonNode> changes = changesOf(id, socket, LEFT);
            assertThat(changes).extracting(c -> c.path("version").asLong()).containsExactly(2L, 3L);
            assertThat(changes.get(0).path("feature").isObject()).isTrue();
            assertThat(changes.get(1).path("feature").isNull()).isTrue();
        }
    }

    @Test
    void newViewportCountsFromItsAnswerOn() {
        try (LiveSocket socket = subscribed(product.duty(), "bbox", LEFT_HALF)) {
            socket.send(Map.of("op", "viewport", "bbox", List.of(100.5, 30.0, 101.0, 31.0)));
            await().until(() -> socket.frames().stream()
                            .filter(frame -> frame.path("op").asString().equals("subscribed"))
                            .count()
                    == 2);
            product.beacons().put("left-of-it", LiveProduct.TOWN, LEFT, "");
            assertThat(changesOf("left-of-it", socket, RIGHT)).isEmpty();
        }
    }

    @Test
    void neverTellsAVillageOfAnother() {
        try (LiveSocket socket = subscribed(product.as("live-clerk"))) {
            String id = "mover-" + System.nanoTime();
            product.beacons().put("elsewhere", LiveProduct.WEST_VILLAGE + "001", LEFT, "secret");
            product.beacons().put(id, LiveProduct.EAST_VILLAGE + "001", LEFT, "here");
            product.beacons().put(id, LiveProduct.WEST_VILLAGE + "001", LEFT, "moved away");
            product.beacons().put(id, LiveProduct.WEST_VILLAGE + "001", LEFT, "there");
            List<JsonNode> changes = changesOf(id, socket, LEFT);
            assertThat(changes).extracting(c -> c.path("version").asLong()).containsExactly(1L, 2L);
            assertThat(changes.get(1).path("feature").isNull()).isTrue();
            assertThat(socket.frames())
                    .noneMatch(frame -> frame.toString().contains(LiveProduct.WEST_VILLAGE)
                            || frame.toString().contains("elsewhere"));
        }
    }

    @Test
    void saysGoneWhenAThingEnds() {
        try (LiveSocket socket = subscribed(product.duty(), "bbox", LEFT_HALF)) {
            product.beacons().put("short", LiveProduct.TOWN, LEFT, "");
            product.beacons().remove("short");
            product.beacons().put("short-elsewhere", LiveProduct.TOWN, RIGHT, "");
            product.beacons().remove("short-elsewhere");
            List<JsonNode> changes = changesOf("short", socket, LEFT);
            assertThat(changes).hasSize(2);
            assertThat(changes.get(1).path("feature").isNull()).isTrue();
            assertThat(socket.frames()).noneMatch(frame -> isChange(frame, "short-elsewhere"));
        }
    }

    @Test
    void wallSeesNoPersonalWords() {
        Client wall = product.as("live-wall");
        try (LiveSocket socket = subscribed(wall)) {
            product.beacons().put("on-wall", LiveProduct.TOWN, LEFT, "plain");
            JsonNode properties = socket.awaitFrame(frame -> isChange(frame, "on-wall"))
                    .path("feature")
                    .path("properties");
            assertThat(properties.path("description").isNull()).isTrue();
            assertThat(properties.path("words").asString()).isEqualTo("plain");
        }
        String snapshot =
                wall.get("/api/live/snapshot?streams=warnings").expect(200).text();
        assertThat(snapshot).contains("on-wall").doesNotContain("names a person");
        assertThat(product.duty().get("/api/live/snapshot?streams=warnings").text())
                .contains("names a person");
    }

    @Test
    void cameraStatusIsTheLatestInBoxAndScope() {
        Beacons beacons = product.beacons();
        beacons.status("c-left", LiveProduct.TOWN, Optional.of(LEFT), "OFFLINE");
        beacons.status("c-right", LiveProduct.TOWN, Optional.of(RIGHT), "ONLINE");
        beacons.status("c-nowhere", LiveProduct.TOWN, Optional.empty(), "ONLINE");
        beacons.status("c-far", "1" + LiveProduct.TOWN, Optional.of(LEFT), "ONLINE");
        try (LiveSocket socket = subscribed(product.duty(), "bbox", LEFT_HALF, "cameras", true)) {
            JsonNode first = socket.awaitFrame(frame -> frame.toString().contains("c-left"));
            assertThat(first.path("op").asString()).isEqualTo("cameras");
            assertThat(first.path("items").toString())
                    .contains("[\"c-left\",\"OFFLINE\",3," + LEFT.lng())
                    .contains("[\"c-nowhere\",\"ONLINE\",3]");
            beacons.status("c-left", LiveProduct.TOWN, Optional.of(LEFT), "ONLINE");
            JsonNode next = socket.awaitFrame(frame -> frame.toString().contains("[\"c-left\",\"ONLINE\","));
            assertThat(next.path("items")).hasSize(1);
            // whoever saw it there sees it leave
            beacons.status("c-left", LiveProduct.TOWN, Optional.of(RIGHT), "ONLINE");
            socket.awaitFrame(frame -> frame.toString().contains("[\"c-left\",\"ONLINE\",3," + RIGHT.lng()));
            assertThat(socket.frames().toString()).doesNotContain("c-right").doesNotContain("c-far");
        }
    }

    @Test
    void positionsAreTheLatestInBoxAndScope() {
        Beacons beacons = product.beacons();
        Instant now = Instant.now();
        beacons.located("w-left", LiveProduct.TOWN, Optional.of(LEFT), now.minusSeconds(10));
        beacons.located("w-right", LiveProduct.TOWN, Optional.of(RIGHT), now);
        beacons.located("w-old", LiveProduct.TOWN, Optional.of(LEFT), now.minus(Duration.ofHours(2)));
        try (LiveSocket socket = subscribed(product.duty(), "bbox", LEFT_HALF, "positions", true)) {
            JsonNode items = socket.awaitOp("positions").path("items");
            assertThat(items).hasSize(1);
            assertThat(items.get(0).get(0).asString()).isEqualTo("w-left");
            assertThat(items.get(0).get(1).asDouble()).isEqualTo(100.25);
            assertThat(items.get(0).get(3).asLong()).isBetween(10L, 20L);
            beacons.located("w-left", LiveProduct.TOWN, Optional.empty(), Instant.now());
            JsonNode gone = socket.awaitFrame(frame -> frame.path("gone").isArray());
            assertThat(gone.path("gone").get(0).asString()).isEqualTo("w-left");
            assertThat(socket.frames().toString()).doesNotContain("w-right").doesNotContain("w-old");
        }
    }

    @Test
    void heartbeatCarriesAPlaceToResumeFrom() {
        try (LiveSocket socket = subscribed(product.duty())) {
            product.beacons().put("before-beat", LiveProduct.TOWN, LEFT, "");
            long offset = socket.awaitFrame(frame -> isChange(frame, "before-beat"))
                    .path("offset")
                    .asLong();
            JsonNode beat =
                    socket.awaitFrame(frame -> frame.path("op").asString().equals("heartbeat")
                            && frame.path("offset").asLong() >= offset);
            assertThat(Instant.parse(beat.path("time").asString()))
                    .isBetween(Instant.now().minusSeconds(20), Instant.now().plusSeconds(1));
        }
    }

    @Test
    void requiresASnapshotWhenItCannotContinue() {
        JsonNode place =
                product.duty().get("/api/live/snapshot?streams=warnings").json();
        String epoch = place.path("epoch").asString();
        long offset = place.path("offset").asLong();
        assertThat(answerTo(Map.of("epoch", "another", "offset", offset))).isEqualTo("epoch");
        assertThat(answerTo(Map.of("epoch", epoch, "offset", offset + 1_000_000)))
                .isEqualTo("ahead");
    }

    private String answerTo(Map<String, Object> resume) {
        try (LiveSocket socket = product.duty().live()) {
            socket.send(subscribe("resume", resume));
            JsonNode answer = socket.awaitOp("snapshotRequired");
            assertThat(answer.path("epoch").asString()).isNotBlank().isNotEqualTo("another");
            return answer.path("reason").asString();
        }
    }

    @Test
    void snapshotRefusesOddQuestions() {
        Client.Reply reply = product.duty().get("/api/live/snapshot?bbox=1,2,3");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("code").asString()).isEqualTo("live.bad-bbox");
        assertThat(product.duty().get("/api/live/snapshot?streams=cats").status())
                .isEqualTo(400);
        JsonNode both = product.duty()
                .get("/api/live/snapshot?bbox=1,2,3&streams=cats,incidents,dogs")
                .expect(400)
                .json();
        assertThat(both.path("errors").findValuesAsString("field")).containsExactly("bbox", "streams", "streams");
    }

    @Test
    void snapshotTellsWhenItIsTooLarge() {
        String elsewhere = "990009101";
        String name = "crowd-" + System.nanoTime();
        product.open(name, Role.DISPATCHER, elsewhere);
        Client crowd = product.as(name);
        product.beacons().crowd(elsewhere, LEFT, LiveProduct.MOST_FEATURES);
        crowd.get("/api/live/snapshot?streams=warnings").expect(200);
        product.beacons().put("one-too-many", elsewhere, LEFT, "");
        Client.Reply tooLarge = crowd.get("/api/live/snapshot?streams=warnings");
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.json().path("code").asString()).isEqualTo("live.too-many-features");
        assertThat(tooLarge.json().path("detail").asString()).contains("bbox");
        crowd.get("/api/live/snapshot?streams=warnings&bbox=100.5,30,101,31").expect(200);
    }

    @Test
    void onePersonDoesNotTakeAllSockets() {
        String name = "greedy-" + System.nanoTime();
        product.open(name, Role.DISPATCHER, LiveProduct.TOWN);
        Client person = product.as(name);
        List<LiveSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < LiveProduct.MOST_SOCKETS; i++) {
                sockets.add(subscribed(person));
            }
            LiveSocket oneMore = person.live();
            sockets.add(oneMore);
            await().until(() -> oneMore.closeCode().isPresent());
            assertThat(oneMore.closeCode()).contains(1013);
            assertThat(sockets.get(0).closeCode()).isEmpty();
            try (LiveSocket another = subscribed(product.duty())) {
                assertThat(another.closeCode()).isEmpty();
            }
        } finally {
            sockets.forEach(LiveSocket::close);
        }
    }

    @Test
    void answersBadFramesWithAnError() {
        try (LiveSocket socket = product.duty().live()) {
            for (String bad : List.of(
                    "no json",
                    "[]",
                    "{\"op\":\"dance\"}",
                    "{\"op\":\"subscribe\",\"streams\":[\"cats\"]}",
                    "{\"op\":\"subscribe\",\"streams\":\"warnings\"}",
                    "{\"op\":\"subscribe\",\"bbox\":[3,2,1,0]}",
                    "{\"op\":\"subscribe\",\"bbox\":[\"a\",2,1,0]}",
                    "{\"op\":\"subscribe\",\"resume\":{\"offset\":-1}}",
                    "{\"op\":\"viewport\",\"bbox\":[1,2,3,4]}",
                    "[".repeat(10_000))) {
                socket.send(bad);
            }
            await().until(() -> socket.frames().size() >= 10);
            assertThat(socket.frames())
                    .extracting(frame -> frame.path("op").asString())
                    .containsOnly("error");
            assertThat(socket.frames().toString()).doesNotContain("xception").doesNotContain("java");
            socket.send("x".repeat(70_000));
            await().until(() -> socket.closeCode().isPresent());
            assertThat(socket.closeCode()).contains(1009);
        }
    }

    @Test
    void endsAFloodOfFrames() {
        try (LiveSocket socket = subscribed(product.duty())) {
            for (int i = 0; i < 150 && socket.closeCode().isEmpty(); i++) {
                try {
                    socket.send(Map.of("op", "viewport"));
                } catch (CompletionException closed) {
                    break;
                }
            }
            await().until(() -> socket.closeCode().isPresent());
            assertThat(socket.closeCode()).contains(1008);
        }
    }
}
