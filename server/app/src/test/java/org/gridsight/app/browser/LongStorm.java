package org.gridsight.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.gridsight.app.testing.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.locationtech.jts.geom.Coordinate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Reports with photos and answers to orders from two phones of one worker, through a network that loses and repeats, with
 * wrong clocks and pages that are killed: everything arrives, once, in the order of its case. Not part of the usual run:
 * {@code mvn -Pstorm test -pl server/app -am}.
 */
@ExtendWith(WithDemoTown.class)
class LongStorm {

    private static final Logger log = LoggerFactory.getLogger(LongStorm.class);
    private static final int REPORTS = Integer.getInteger("gridsight.storm", 500);
    private static final int PORTION = 6;
    private static final int MOST_WAITING = 40;
    private static final long SEED = Long.getLong("gridsight.storm.seed", 20_261_124);
    private static final long AHEAD = Duration.ofHours(3).toMillis();
    private static final long BEHIND = -Duration.ofHours(26).toMillis();
    private static final List<String> STEPS = List.of("ACCEPTED", "ON_THE_WAY", "return");

    private static final List<String> REPORTED = List.of("report");
    private static final List<String> ANSWERED =
            List.of("report", "accept", "assign", "ORDER_ACCEPTED", "ON_THE_WAY", "RETURNED");

    @Test
    void everythingArrivesOnceAndInOrder(DemoTown town) throws IOException {
        String mark = "骤雨" + UUID.randomUUID().toString().substring(0, 8);
        Client duty = town.client("duty");
        Coordinate place = town.placeOfTheWorker();
        Random random = new Random(SEED);
        Instant began = now();
        Map<String, List<String>> made = new HashMap<>();
        int orders = Math.max(2, REPORTS / 10);
        String worker = town.client("worker")
                .get("/api/session")
                .json()
                .path("workerId")
                .asString();
        IntStream.range(0, orders).forEach(i -> order(town.report(mark + "派" + i), duty, worker));
        try (BadNetwork network = new BadNetwork(town.product().baseUrl(), SEED)) {
            List<StormDevice> devices = List.of(device(town, network, AHEAD), device(town, network, BEHIND));
            assertThat(devices.get(0).answerOrders(mark, STEPS)).isEqualTo(orders);
            network.turnBad();
            List<String> titles =
                    IntStream.range(0, REPORTS).mapToObj(i -> mark + "报" + i).toList();
            storm(devices, random, new ArrayList<>(titles), made, place);
            devices.forEach(device -> device.page().close());
            int kills = devices.stream().mapToInt(StormDevice::kills).sum();
            log.info("{} reports, {}, {} kills, {}", REPORTS, network.fates(), kills, Duration.between(began, now()));
        }
        check(duty, mark, made, orders);
    }

    private static Instant now() {
        return Instant.now();
    }

    private static StormDevice device(DemoTown town, BadNetwork network, long skewMillis) {
        return new StormDevice(town.signedIn("worker", Device.PHONE), network.address(), skewMillis);
    }

    private static void storm(
            List<StormDevice> devices,
            Random random,
            List<String> titles,
            Map<String, List<String>> made,
            Coordinate place) {
        while (!titles.isEmpty() || devices.stream().anyMatch(device -> device.isOffline() || device.waiting() > 0)) {
            for (StormDevice device : devices) {
                if (device.waiting() < MOST_WAITING && !titles.isEmpty()) {
                    List<String> next = titles.subList(0, Math.min(PORTION, titles.size()));
                    made.putAll(device.report(next, place.x, place.y));
                    next.clear();
                }
                turn(device, random);
            }
        }
    }

    private static void turn(StormDevice device, Random random) {
        int waiting = device.waiting();
        int dice = random.nextInt(10);
        if (device.isOffline()) {
            device.offline(false);
        } else if (dice < 1) {
            device.offline(true);
        } else if (waiting > 0) {
            device.waitUntilAtMost(Math.max(0, waiting - 1 - random.nextInt(PORTION)));
        }
        if (dice > 7 && waiting > 0) {
            device.kill();
        }
    }

    private static void order(JsonNode incident, Client duty, String worker) {
        JsonNode accepted = act(duty, incident, Map.of("action", "accept"));
        act(duty, accepted, Map.of("action", "assign", "workerIds", List.of(worker)));
    }

    private static JsonNode act(Client duty, JsonNode incident, Map<String, Object> move) {
        Map<String, Object> body = new HashMap<>(move);
        body.put("version", incident.path("version").asLong());
        return duty.post("/api/incidents/" + incident.path("id").asString() + "/actions", body)
                .expect(200)
                .json();
    }

    private static void check(Client duty, String mark, Map<String, List<String>> made, int orders) {
        List<JsonNode> found = found(duty, mark);
        List<String> reported = new ArrayList<>();
        int answered = 0;
        for (JsonNode incident : found) {
            String title = incident.path("title").asString();
            String path = "/api/incidents/" + incident.path("id").asString();
            List<String> history = items(duty, path + "/history").stream()
                    .map(step -> step.path("event").asString(step.path("action").asString()))
                    .toList();
            assertThat(history).as(title).isEqualTo(made.containsKey(title) ? REPORTED : ANSWERED);
            if (made.containsKey(title)) {
                reported.add(title);
                checkPhotos(items(duty, path + "/photos"), made.getOrDefault(title, List.of()));
                Instant occurred = Instant.parse(incident.path("occurredAt").asString());
                assertThat(occurred)
                        .as("set right for the wrong clock")
                        .isBetween(now().minusSeconds(3600), now().plusSeconds(60));
            } else {
                answered++;
            }
            act(duty, incident, Map.of("action", "reject", "reason", "演练结束"));
        }
        assertThat(reported).containsExactlyInAnyOrderElementsOf(made.keySet());
        assertThat(answered).isEqualTo(orders);
    }

    private static void checkPhotos(List<JsonNode> photos, List<String> made) {
        assertThat(photos)
                .extracting(photo -> photo.path("photoId").asString())
                .containsExactlyInAnyOrderElementsOf(made);
        for (JsonNode photo : photos) {
            Instant told = Instant.parse(photo.path("takenAt").asString());
            Instant taken = told.plusSeconds(photo.path("clockSkewSeconds").asLong());
            assertThat(taken)
                    .as("told with its wrong clock")
                    .isBetween(now().minusSeconds(3600), now().plusSeconds(60));
        }
    }

    private static List<JsonNode> found(Client duty, String mark) {
        String query = "/api/incidents?limit=100&q=" + URLEncoder.encode(mark, StandardCharsets.UTF_8);
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = duty.get(query + cursor).expect(200).json();
            page.path("items").forEach(all::add);
            cursor = page.path("next").isNull() || page.path("next").isMissingNode()
                    ? ""
                    : "&cursor=" + URLEncoder.encode(page.path("next").asString(), StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return all;
    }

    private static List<JsonNode> items(Client duty, String path) {
        return duty.get(path).expect(200).json().path("items").valueStream().toList();
    }
}
