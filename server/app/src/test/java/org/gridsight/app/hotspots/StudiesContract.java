package org.gridsight.app.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.LiveSocket;
import org.gridsight.app.testing.Town;
import org.gridsight.spatial.Run;
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

    @Test
    void calledOffReadsAndSortsNothingMore() {
        Question question = question(Run.alone());
        assertThat(question.history().size()).isPositive();
        Run calledOff = Run.alone();
        calledOff.cancel();
        assertThatThrownBy(() -> question(calledOff)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> new Suspects(question.history(), calledOff)).isInstanceOf(CancellationException.class);
    }

    private Question question(Run run) {
        CaseFilter filter = CaseFilter.of(Optional.empty(), days.today());
        return questions.of(filter, new Parameters(Map.of()), Scope.everything(), Optional.empty(), run);
    }

    @Test
    void scansOneSortOfDisputeAlone() {
        jdbc.sql(
                        "update incidents.incident set kind = 'DISPUTE', category = 'A01' where title like '集中%' or seq % 3 = 0")
                .update();
        refresh.refresh(Run.alone());
        JsonNode map = map(leader, "?category=A01");
        JsonNode hotspot = first(map);
        assertThat(hotspot.path("category").asString()).isEqualTo("A01");
        assertThat(hotspot.path("proven").asBoolean()).isTrue();
        assertThat(map.path("cases").asInt())
                .isEqualTo(jdbc.sql("select count(*) from incidents.incident where category = 'A01'")
                        .query(Integer.class)
                        .single());
        assertThat(map(leader, "?category=A02").path("features").size()).isZero();
        assertThat(map(leader, "?category=DISPUTE").path("features").size()).isPositive();
        assertThat(map(person(Role.VILLAGE_CLERK, Town.CODE + "202"), "?category=A01")
                        .path("features")
                        .size())
                .isZero();
    }

    @Test
    void openPagesHearOfANewMap() {
        try (LiveSocket socket = leader.live();
                LiveSocket village = person(Role.DISPATCHER, Town.CODE + "201").live()) {
            for (LiveSocket one : List.of(socket, village)) {
                one.send(Map.of("op", "subscribe", "streams", List.of("hotspots", "incidents")));
                one.awaitOp("subscribed");
            }
            refresh.refresh(Run.alone());
            long newest = leader.get("/api/live/snapshot?streams=hotspots")
                    .expect(200)
                    .json()
                    .path("hotspots")
                    .path("features")
                    .get(0)
                    .path("properties")
                    .path("version")
                    .asLong();
            JsonNode change =
                    socket.awaitFrame(frame -> frame.path("stream").asString("").equals("hotspots")
                            && frame.path("version").asLong() == newest);
            assertThat(change.path("feature").path("properties").path("day").asString())
                    .isEqualTo(days.today().toString());
            assertThat(change.path("feature").path("geometry").isNull()).isTrue();
            // the offsets of what came before tell that nothing else is on its way to the village
            village.awaitFrame(frame -> frame.path("op").asString("").equals("heartbeat")
                    && frame.path("offset").asLong() >= change.path("offset").asLong());
            assertThat(village.frames())
                    .noneMatch(frame -> frame.path("op").asString("").equals("change"));
        }
    }
}
