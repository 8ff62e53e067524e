package org.gridsight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridsight.app.testing.Client;
import org.gridsight.gisdata.demo.DemoAnswerKey;
import org.gridsight.gisdata.demo.DemoAnswerKey.Cluster;
import org.gridsight.gisdata.demo.DemoTownship;
import org.gridsight.spatial.LngLat;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.JsonNode;

/** What a leader learns of the two planted years over HTTP, held against the answer key that the product cannot read. */
final class PlantedHotspots {

    private static final String STUDIES = "/api/hotspots/analyses";
    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final LocalDate STORM = LocalDate.of(2024, 7, 22);

    private final Client leader;
    private final DemoTownship town = new DemoTownship(1, Instant.parse("2026-03-01T04:00:00Z"));
    private final DemoAnswerKey key = new DemoAnswerKey(town);

    PlantedHotspots(Client leader) {
        this.leader = leader;
    }

    private JsonNode twoYears(String category) {
        return study(
                leader,
                Map.of(
                        "method",
                        "scan",
                        "parameters",
                        Map.of("replicas", 99, "maxRadius", 2_500),
                        "filter",
                        Map.of("from", "2023-01-01", "to", "2024-12-31", "category", category)));
    }

    private static JsonNode study(Client leader, Map<String, Object> body) {
        JsonNode begun = leader.post(STUDIES, body).expectSuccess().json();
        String path = STUDIES + "/" + begun.path("id").asString();
        JsonNode[] answer = {begun};
        await().atMost(LIMIT).until(() -> {
            answer[0] = leader.get(path).expect(200).json();
            return answer[0].path("status").asString().equals("DONE");
        });
        return answer[0];
    }

    /** H1 to H4 found at the right place and time, H5 and the traffic silent. */
    void areFound() {
        for (String kind : List.of("SANITATION", "SECURITY", "DISPUTE", "FOREST_FIRE", "HELP")) {
            List<JsonNode> alarms = alarms(twoYears(kind));
            for (Cluster planted : key.clusters()) {
                if (planted.kind().equals(kind) && !planted.id().equals("NOW")) {
                    assertThat(alarms.stream().anyMatch(alarm -> hits(alarm, planted)))
                            .as("%s among %s", planted.id(), alarms)
                            .isEqualTo(planted.mustBeFound());
                }
            }
        }
        assertThat(alarms(twoYears("TRAFFIC"))).isEmpty();
    }

    private static List<JsonNode> alarms(JsonNode map) {
        List<JsonNode> alarms = new ArrayList<>();
        map.path("features").forEach(feature -> {
            if (feature.path("properties").path("proven").asBoolean()) {
                alarms.add(feature);
            }
        });
        return alarms;
    }

    /** The middle of the outline within the planted radius, at least half of the planted days covered. */
    private static boolean hits(JsonNode alarm, Cluster planted) {
        Envelope box = new Envelope();
        alarm.path("geometry")
                .path("coordinates")
                .get(0)
                .forEach(corner -> box.expandToInclude(
                        corner.get(0).asDouble(), corner.get(1).asDouble()));
        LngLat middle = new LngLat(box.centre().x, box.centre().y);
        LngLat centre = new LngLat(
                planted.circle().centre().getX(), planted.circle().centre().getY());
        LocalDate since = LocalDate.parse(alarm.path("properties").path("since").asString());
        LocalDate until = LocalDate.parse(alarm.path("properties").path("until").asString());
        LocalDate from = since.isAfter(planted.from()) ? since : planted.from();
        LocalDate to = until.isBefore(planted.to()) ? until : planted.to();
        long shared = ChronoUnit.DAYS.between(from, to) + 1;
        return middle.metresTo(centre) <= planted.circle().radiusMetres() && 2 * shared >= planted.days();
    }

    /** T1 is told of the town, and no place is blamed for it. */
    void stormIsASurge() {
        JsonNode hazards = twoYears("HAZARD");
        assertThat(hazards.path("surge").path("category").asString()).isEqualTo("HAZARD");
        LocalDate from = LocalDate.parse(hazards.path("surge").path("from").asString());
        LocalDate to = LocalDate.parse(hazards.path("surge").path("to").asString());
        assertThat(STORM).isBetween(from, to);
        assertThat(alarms(hazards)).isEmpty();
    }

    /** Doubles, the default coordinate, times of entry and the eager worker are set aside and named. */
    void trapsAreNamed() {
        JsonNode all =
                study(leader, Map.of("method", "kde", "filter", Map.of("from", "2023-01-01", "to", "2024-12-31")));
        assertThat(all.path("setAside").findValuesAsString("reason"))
                .contains("SAME_MATTER", "DEFAULT_PLACE", "DATED_AT_ENTRY", "EAGER_REPORTER");
        assertThat(all.path("setAside").get(0).path("incidentIds").size()).isPositive();
    }

    /** Soon after the start there is a map, and the fresh hotspot of the demo on it. */
    static void showsTheHotspotOfTheLastWeeks(Client leader) {
        await().atMost(LIMIT)
                .until(() -> leader.get("/api/hotspots").expect(200).json().has("madeAt"));
        List<JsonNode> proven =
                alarms(leader.get("/api/hotspots?category=SECURITY").expect(200).json());
        assertThat(proven).hasSize(1);
        LocalDate since =
                LocalDate.parse(proven.get(0).path("properties").path("since").asString());
        assertThat(ChronoUnit.DAYS.between(since, LocalDate.now())).isLessThan(30);
    }
}
