package org.gridsight.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.LiveSocket;
import tools.jackson.databind.JsonNode;

/**
 * A client as the contract describes it: snapshot, resume from the noted place, merge by id and version. Checks on the
 * way that {@code prev} never shows a hole and that nothing comes twice on one socket.
 */
final class Follower {

    private static final Duration PATIENCE = Duration.ofMillis(400);

    /** What it knows of one thing; words are empty when it is out of sight. */
    private record Known(long version, Optional<String> words) {}

    private final Client client;
    private final Map<String, Object> subscription;
    private final String query;
    private final Map<String, Known> things = new HashMap<>();
    private String epoch = "";
    private long offset;
    private int snapshots;

    Follower(Client client, Optional<List<Double>> box) {
        this.client = client;
        this.subscription = new HashMap<>(Map.of("op", "subscribe", "streams", List.of("warnings")));
        box.ifPresent(b -> subscription.put("bbox", b));
        this.query = "?streams=warnings"
                + box.map(b -> "&bbox=" + b.toString().replaceAll("[\\[\\] ]", ""))
                        .orElse("");
    }

    void readSnapshot() {
        JsonNode snapshot = client.get("/api/live/snapshot" + query).expect(200).json();
        things.clear();
        epoch = snapshot.path("epoch").asString();
        offset = snapshot.path("offset").asLong();
        snapshots++;
        snapshot.path("warnings").path("features").forEach(this::see);
    }

    int snapshots() {
        return snapshots;
    }

    String epoch() {
        return epoch;
    }

    long offset() {
        return offset;
    }

    /** Follows over one socket until it has so many frames or has waited long enough, then cuts the line. */
    void follow(int frames) {
        try (LiveSocket socket = resumed()) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (socket.frames().size() < frames && System.nanoTime() < end) {
                LockSupport.parkNanos(2_000_000);
            }
            socket.cut();
            take(socket.frames());
        }
    }

    /** Follows over one socket until a thing has been seen. */
    void followUntil(String id) {
        try (LiveSocket socket = resumed()) {
            JsonNode last =
                    socket.awaitFrame(frame -> frame.path("id").asString("").equals(id)
                            || frame.path("op").asString().equals("snapshotRequired"));
            take(socket.frames());
            if (last.path("op").asString().equals("snapshotRequired")) {
                followUntil(id);
            }
        }
    }

    private LiveSocket resumed() {
        LiveSocket socket = client.live();
        Map<String, Object> frame = new HashMap<>(subscription);
        frame.put("resume", Map.of("epoch", epoch, "offset", offset));
        socket.send(frame);
        return socket;
    }

    private void take(List<JsonNode> frames) {
        long last = offset;
        for (JsonNode frame : frames) {
            switch (frame.path("op").asString()) {
                case "subscribed" -> assertThat(frame.path("offset").asLong()).isEqualTo(offset);
                case "change" -> {
                    assertThat(frame.path("prev").asLong()).isEqualTo(last);
                    last = frame.path("offset").asLong();
                    assertThat(last).isGreaterThan(offset);
                    offset = last;
                    merge(frame);
                }
                case "heartbeat" -> {
                    assertThat(frame.path("offset").asLong()).isGreaterThanOrEqualTo(offset);
                    offset = frame.path("offset").asLong();
                }
                case "snapshotRequired" -> {
                    readSnapshot();
                    return;
                }
                default -> throw new AssertionError("unexpected " + frame);
            }
        }
    }

    private void merge(JsonNode frame) {
        String id = frame.path("id").asString();
        long version = frame.path("version").asLong();
        Known known = things.get(id);
        if (known != null && known.version() >= version) {
            return;
        }
        JsonNode feature = frame.path("feature");
        if (feature.isNull()) {
            things.put(id, new Known(version, Optional.empty()));
        } else {
            see(feature);
        }
    }

    private void see(JsonNode feature) {
        JsonNode properties = feature.path("properties");
        things.put(
                properties.path("id").asString(),
                new Known(
                        properties.path("version").asLong(),
                        Optional.of(properties.path("words").asString())));
    }

    /** What is in sight: id to version and words. */
    Map<String, String> inSight() {
        Map<String, String> seen = new TreeMap<>();
        things.forEach((id, known) -> known.words().ifPresent(words -> seen.put(id, known.version() + " " + words)));
        return seen;
    }
}
