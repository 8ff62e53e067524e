package org.gridsight.app.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridsight.app.access.Role;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Town;
import org.gridsight.spatial.Run;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What hotspots must do on every database, over HTTP: studies, the map of today, who sees what. */
abstract class HotspotsContract extends HazardTownCase {

    @Test
    void scanFindsWhatIsUnusualAndSaysHowSure() {
        JsonNode map = study(leader, body("scan", Map.of("replicas", 199, "maxDays", 28, "seed", 5)));

        assertThat(map.path("type").asString()).isEqualTo("FeatureCollection");
        assertThat(map.path("cases").asInt()).isEqualTo(HazardTown.ORDINARY + HazardTown.PLANTED);
        assertThat(map.path("parameters").path("seed").asInt()).isEqualTo(5);
        assertThat(map.path("surge").isNull()).isTrue();
        JsonNode hotspot = first(map);
        assertThat(hotspot.path("proven").asBoolean()).isTrue();
        assertThat(hotspot.path("pValue").asDouble()).isLessThanOrEqualTo(0.05);
        assertThat(hotspot.path("ratioLow").asDouble()).isGreaterThan(1);
        assertThat(hotspot.path("category").asString()).isEqualTo("HAZARD");
        assertThat(hotspot.path("sentence").path("zh").asString()).contains("安全隐患", "预期");
        assertThat(LocalDate.parse(hotspot.path("since").asString()))
                .isAfter(days.today().minusDays(20));
        assertThat(hotspot.path("incidentIds").size())
                .isEqualTo(hotspot.path("observed").asInt())
                .isGreaterThanOrEqualTo(HazardTown.PLANTED - 2);
        JsonNode trend = hotspot.path("trend");
        assertThat(trend.get(trend.size() - 1).path("count").asInt()).isGreaterThan(3);
        liesWithinTheTown(map.path("features").get(0).path("geometry"));
    }

    private static void liesWithinTheTown(JsonNode geometry) {
        assertThat(geometry.path("type").asString()).endsWith("Polygon");
        geometry.path("coordinates").get(0).forEach(point -> {
            assertThat(point.get(0).asDouble()).isBetween(Town.WEST - 1e-6, Town.WEST + Town.SIDE + 1e-6);
            assertThat(point.get(1).asDouble()).isBetween(Town.SOUTH - 1e-6, Town.SOUTH + Town.SIDE + 1e-6);
        });
    }

    @Test
    void densityIsNeverProven() {
        for (Map<String, Object> wish : List.of(
                body("dbscan", Map.of("eps", 200)),
                body("stdbscan", Map.of("eps", 300, "epsDays", 5)),
                body("hdbscan", Map.of("minPoints", 8)),
                body("knox", Map.of("permutations", 99)),
                body("kde", Map.of()))) {
            JsonNode map = study(leader, wish);
            JsonNode hotspot = first(map);
            assertThat(hotspot.path("proven").asBoolean()).as(wish.toString()).isFalse();
            assertThat(hotspot.path("pValue").isNull()).isTrue();
            assertThat(hotspot.path("sentence").path("en").asString()).contains("no test");
        }
    }

    @Test
    void cellsSayUnusualOnlyAgainstAPast() {
        Map<String, Object> late =
                Map.of("category", "HAZARD", "from", days.today().minusDays(14).toString());
        JsonNode byPast = study(leader, Map.of("method", "gistar", "filter", late));
        assertThat(byPast.path("parameters").path("baseline").asString()).isEqualTo("PAST");
        assertThat(first(byPast).path("proven").asBoolean()).isTrue();

        JsonNode without = study(leader, body("gistar", Map.of("fdr", 0.2)));
        assertThat(without.path("parameters").path("baseline").asString()).isEqualTo("NONE");
        assertThat(without.path("sentence").path("en").asString()).contains("busy does not mean unusual");
        without.path("features")
                .forEach(feature -> assertThat(
                                feature.path("properties").path("proven").asBoolean())
                        .isFalse());

        JsonNode emerging = study(leader, body("emerging", Map.of()));
        assertThat(emerging.path("statistics").path("periods").asInt()).isGreaterThan(25);
    }

    @Test
    void namesAllFaultsOfABodyAtOnce() {
        String body = """
                {"method":"dbscan","speed":9,
                 "parameters":{"eps":50000,"minPoints":0,"radius":5},
                 "filter":{"from":"2024-02-30","category":["HAZARD","DISPUTE"],"bbox":[35.8,117.9,35.9,118.0],"kinds":"HELP"}}
                """;
        JsonNode problem = leader.post(STUDIES, body).expect(422).json();
        assertThat(problem.path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "speed",
                        "parameters.radius",
                        "parameters.eps",
                        "parameters.minPoints",
                        "filter.kinds",
                        "filter.from",
                        "filter.category",
                        "filter.bbox");
        assertThat(leader.post(STUDIES, Map.of("method", "magic"))
                        .expect(422)
                        .json()
                        .path("errors")
                        .get(0)
                        .path("message")
                        .asString())
                .contains("dbscan", "hdbscan", "stdbscan", "gistar", "scan", "emerging", "knox", "kde");
    }

    @Test
    void refusesWhatIsNoNumberAndNoPeriod() {
        for (String parameters : List.of(
                "{\"eps\":\"NaN\"}",
                "{\"eps\":1e999}",
                "{\"eps\":-1e999}",
                "{\"eps\":0}",
                "{\"eps\":-3}",
                "{\"eps\":6000}",
                "{\"minPoints\":2.5}",
                "[]")) {
            leader.post(STUDIES, "{\"method\":\"dbscan\",\"parameters\":" + parameters + "}")
                    .expect(422);
        }
        leader.post(STUDIES, "{\"method\":\"dbscan\",\"parameters\":{\"eps\":NaN}}")
                .expect(400);
        leader.post(STUDIES, Map.of("method", "scan", "filter", Map.of("from", "2024-03-02", "to", "2024-03-01")))
                .expect(422);
        leader.post(STUDIES, Map.of("method", "scan", "filter", Map.of("category", "HAZARD,HELP")))
                .expect(422);
        leader.get("/api/hotspots?at=" + days.today().plusDays(1)).expect(422);
        leader.get("/api/hotspots?category=A99").expect(422);
    }

    @Test
    void saysSoWhenThereIsTooLittle() {
        LocalDate day = days.today().minusDays(3);
        for (String method : List.of("dbscan", "hdbscan", "stdbscan", "gistar", "scan", "emerging", "knox", "kde")) {
            Map<String, String> oneDay = Map.of("from", day.toString(), "to", day.toString(), "category", "HELP");
            JsonNode map = study(leader, Map.of("method", method, "filter", oneDay));
            assertThat(map.path("status").asString()).as(method).isEqualTo("DONE");
            assertThat(map.path("features").size()).as(method).isZero();
            assertThat(map.path("sentence").path("zh").asString()).as(method).containsAnyOf("太少", "至少需要");
        }
    }

    @Test
    void isTheOwnersAloneAndOnRecord() {
        JsonNode asked = leader.post(STUDIES, body("dbscan", Map.of()), "study-" + port + System.nanoTime())
                .expectSuccess()
                .json();
        String path = STUDIES + "/" + asked.path("id").asString();
        leader.get(path).expect(200);
        Client other = person(Role.LEADER, Town.CODE);
        other.get(path).expect(404);
        other.delete(path).expect(404);
        person(Role.HANDLER, Town.CODE).post(STUDIES, body("dbscan", Map.of())).expect(403);
        String record = jdbc.sql("select details from audit.record where action = 'hotspot.analyse' and subject = ?")
                .param("hotspot-analysis/" + asked.path("id").asString())
                .query(String.class)
                .single();
        assertThat(record).contains("dbscan", "category=HAZARD", "eps");
    }

    @Test
    void repeatsFindTheSameStudy() {
        String key = "again-" + port + "-" + System.nanoTime();
        JsonNode one = leader.post(STUDIES, body("dbscan", Map.of()), key).json();
        JsonNode two = leader.post(STUDIES, body("dbscan", Map.of()), key).json();
        assertThat(two.path("id")).isEqualTo(one.path("id"));
        leader.post(STUDIES, body("kde", Map.of()), key).expect(422);
    }

    @Test
    void cancellingFreesTheThreads() {
        Map<String, Object> endless = body("scan", Map.of("cell", 50, "replicas", 9999, "maxDays", 200));
        Client.Reply begun = leader.post(STUDIES, endless).expect(202);
        String path = begun.headers().getOrDefault("location", "");
        assertThat(path).isEqualTo(STUDIES + "/" + begun.json().path("id").asString());
        assertThat(begun.json().path("status").asString()).isEqualTo("RUNNING");
        leader.post(STUDIES, endless).expect(202);
        leader.post(STUDIES, endless).expect(202);
        assertThat(leader.post(STUDIES, endless).expect(429).json().path("code").asString())
                .isEqualTo("hotspot.too-many-running");

        for (Analysis running : analyses.running()) {
            leader.delete(STUDIES + "/" + running.id()).expect(204);
        }
        await().atMost(LIMIT).until(() -> analyses.running().isEmpty() && analyses.atWork() == 0);
        assertThat(leader.get(path).expect(200).json().path("status").asString())
                .isEqualTo("CANCELLED");
    }

    @Test
    void keepsTheMapOfToday() {
        assertThat(leader.get("/api/hotspots")
                        .expect(200)
                        .json()
                        .path("features")
                        .size())
                .isZero();
        assertThat(refresh.refresh(Run.alone())).isTrue();
        assertThat(refresh.refresh(Run.alone())).as("nothing is new").isFalse();

        JsonNode map = leader.get("/api/hotspots").expect(200).json();
        JsonNode hotspot = first(map);
        for (String name :
                List.of("id", "rank", "method", "pValue", "observed", "expected", "ratio", "since", "proven")) {
            assertThat(hotspot.has(name)).as(name).isTrue();
        }
        assertThat(hotspot.path("proven").asBoolean()).isTrue();
        assertThat(leader.get("/api/hotspots?category=HELP")
                        .json()
                        .path("features")
                        .size())
                .isZero();
        JsonNode before = map(leader, "?at=" + days.today().minusDays(60));
        assertThat(before.path("features").size()).as("all was received today").isZero();
    }

    @Test
    void testsThePastAndForgetsWhatWasMerged() {
        assertThat(leader.get("/api/hotspots/backtest")
                        .expect(200)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("COMPUTING");
        refresh.refresh(Run.alone());
        JsonNode test = leader.get("/api/hotspots/backtest").expect(200).json();
        assertThat(test.path("status").asString()).isEqualTo("DONE");
        assertThat(test.path("plain").path("pai").isNumber()).isTrue();
        assertThat(test.path("sentence").path("zh").asString()).contains("每 100 件中有");
        JsonNode outlook = test.path("outlook");
        assertThat(outlook.path("from").asString()).isEqualTo(days.today().toString());
        assertThat(outlook.path("sentence").path("zh").asString()).contains("预计约", "最多");
        assertThat(outlook.path("weekHours")
                        .valueStream()
                        .flatMap(JsonNode::valueStream)
                        .mapToDouble(JsonNode::asDouble)
                        .sum())
                .isCloseTo(1, within(1e-9));
        assertThat(outlook.path("features").size()).isPositive();
        JsonNode wall = person(Role.SCREEN, Town.CODE)
                .get("/api/hotspots/backtest")
                .expect(200)
                .json();
        assertThat(wall.path("status").asString()).isEqualTo("DONE");
        assertThat(wall.findValues("outlook")).isEmpty();

        jdbc.sql("update incidents.incident set status = 'MERGED' where title like '集中%'")
                .update();
        assertThat(refresh.refresh(Run.alone()))
                .as("merged cases no longer count")
                .isTrue();
        assertThat(leader.get("/api/hotspots").json().path("features").findValues("proven"))
                .noneMatch(JsonNode::asBoolean);
    }

    @Test
    void releasesWholeMonthsOnCellsOfManyReportersOnly() {
        LocalDate today = days.today();
        String month = today.withDayOfMonth(1).minusDays(1).toString().substring(0, 7);
        JsonNode map = leader.get("/api/hotspots/release?category=HAZARD&month=" + month)
                .expect(200)
                .json();
        // nobody is named in the file, so all may be one person: nothing leaves the house
        assertThat(map.path("withheld").asBoolean()).isTrue();
        assertThat(map.path("features").size()).isZero();
        leader.get("/api/hotspots/release?category=HAZARD&month="
                        + today.toString().substring(0, 7))
                .expect(422);
        assertThat(leader.get("/api/hotspots/release")
                        .expect(422)
                        .json()
                        .path("errors")
                        .size())
                .isEqualTo(2);
        person(Role.DISPATCHER, Town.CODE).get("/api/hotspots/release").expect(403);
        assertThat(jdbc.sql("select count(*) from audit.record where action = 'hotspot.release' and subject = ?")
                        .param("hotspot-release/" + month + "/HAZARD")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void showsNobodyMoreThanTheOwnArea() {
        refresh.refresh(Run.alone());
        JsonNode own = person(Role.VILLAGE_CLERK, Town.CODE + "201")
                .get("/api/hotspots")
                .expect(200)
                .json();
        assertThat(first(own).path("areaCode").asString()).startsWith(Town.CODE + "201");
        JsonNode other = person(Role.VILLAGE_CLERK, Town.CODE + "202")
                .get("/api/hotspots")
                .expect(200)
                .json();
        assertThat(other.path("features").size()).isZero();
        assertThat(other.has("statistics") || other.has("cases") || other.has("setAside"))
                .isFalse();
        JsonNode wall =
                person(Role.SCREEN, Town.CODE).get("/api/hotspots").expect(200).json();
        assertThat(first(wall).has("incidentIds")).isFalse();
        Client village = person(Role.DISPATCHER, Town.CODE + "202");
        assertThat(study(village, body("dbscan", Map.of())).path("cases").asInt())
                .isLessThan(HazardTown.ORDINARY);
    }
}
