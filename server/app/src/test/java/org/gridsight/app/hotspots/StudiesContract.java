package org.gridsight.app.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What studies must do on every database: which there are, and hexagons of H3 beside squares. */
abstract class StudiesContract extends HazardTownCase {

    @Test
    void tellsWhatMayBeAsked() {
        JsonNode items = leader.get("/api/hotspots/methods").expect(200).json().path("items");
        assertThat(items.findValuesAsString("method"))
                .containsExactly("dbscan", "hdbscan", "stdbscan", "gistar", "scan", "emerging", "knox", "kde");
        for (JsonNode method : items) {
            assertThat(method.path("zh").asString()).isNotBlank();
            Map<String, Object> usual = new HashMap<>();
            for (JsonNode parameter : method.path("parameters")) {
                assertThat(parameter.path("en").asString()).isNotBlank();
                assertThat(parameter.path("type").asString()).isIn("number", "integer", "choice");
                assertThat(parameter.has("choices"))
                        .isEqualTo(parameter.path("type").asString().equals("choice"));
                usual.put(parameter.path("name").asString(), parameter.path("default"));
            }
            // what is told as usual is taken
            leader.post(STUDIES, Map.of("method", method.path("method").asString(), "parameters", usual))
                    .expectSuccess();
            analyses.running().forEach(Analysis::cancel);
            await().atMost(LIMIT).until(() -> analyses.running().isEmpty());
        }
        assertThat(items.get(0).path("parameters").get(0).toString())
                .isEqualTo("{\"name\":\"eps\",\"zh\":\"距离\",\"en\":\"distance\",\"unit\":\"m\",\"type\":\"number\","
                        + "\"default\":300.0,\"min\":1.0,\"max\":20000.0}");
    }

    @Test
    void hexagonsSayWhatTheirTwinSays() {
        HexagonTwin twin = HexagonTwin.of(jdbc, 9);
        JsonNode map = study(leader, body("gistar", Map.of("cells", "H3", "resolution", 9, "fdr", 0.1)));
        assertThat(map.path("statistics").path("cells").asInt()).isEqualTo(twin.cells());
        assertThat(map.path("statistics").path("lowestP").asDouble()).isCloseTo(twin.lowestP(), within(1e-9));
        JsonNode hotspot = first(map);
        assertThat(hotspot.path("sentence").path("en").asString()).contains("does not say unusual");
        assertThat(hotspot.path("observed").asInt())
                .isEqualTo(hotspot.path("incidentIds").size())
                .isEqualTo(twin.casesIn(map.path("features").get(0).path("geometry")));
    }

    @Test
    void hexagonsAreHeldAgainstTheirPast() {
        Map<String, Object> wish = Map.of(
                "method",
                "gistar",
                "parameters",
                Map.of("cells", "H3", "resolution", 8, "neighbours", "DISTANCE", "distance", 900),
                "filter",
                Map.of("category", "HAZARD", "from", days.today().minusDays(14).toString()));
        JsonNode hotspot = first(study(leader, wish));
        assertThat(hotspot.path("proven").asBoolean()).isTrue();
        JsonNode courses = study(leader, body("emerging", Map.of("cells", "H3", "resolution", 8)));
        assertThat(courses.path("statistics").path("cells").asInt())
                .isEqualTo(HexagonTwin.of(jdbc, 8).cells());
    }
}
