package org.gridsight.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.Role;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.SharedData;
import org.gridsight.app.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What setting up a place from files must do on every database, over HTTP. */
abstract class PlaceFilesContract {

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    PlaceSetUp setUp;

    @Autowired
    JdbcClient jdbc;

    private Client gis = Client.at(URI.create("http://localhost"));

    @BeforeEach
    void emptyTown() {
        Town.clear(jdbc);
        setUp.define(Town.CODE, "星野镇", Town.square(Town.WEST, Town.SOUTH, Town.SIDE), false, "test");
        gis = Town.person(port, accounts, Role.GIS_EDITOR, Town.CODE);
    }

    private long version() {
        return gis.get("/api/place").json().path("version").asLong();
    }

    private JsonNode definePortland(String crs) {
        Path outline = SharedData.file("points/portland_boundary_m.csv");
        jdbc.sql("delete from grids.place").update();
        Map<String, String> form = Map.of("code", "990002101", "name", "Portland", "crs", crs);
        gis = Town.person(port, accounts, Role.GIS_EDITOR, "990002101");
        return gis.upload("/api/place", outline, form).expect(200).json();
    }

    @Test
    void setsUpPortlandWithSquares() {
        definePortland("EPSG:2913;unit=m");
        JsonNode place = gis.get("/api/place").expect(200).json();
        assertThat(place.path("setUp").asBoolean()).isTrue();
        assertThat(place.path("center").get(0).asDouble()).isBetween(-122.75, -122.5);

        Map<String, Object> wish = Map.of("method", "squares", "sizeMetres", 1000);
        Map<String, Object> dry = new HashMap<>(wish);
        dry.put("dryRun", true);
        int counted = gis.post("/api/grids/generation", dry)
                .expect(200)
                .json()
                .path("grids")
                .asInt();
        assertThat(gis.get("/api/grids").json().path("features").size()).isZero();
        JsonNode made = gis.post("/api/grids/generation", wish).expect(200).json();

        // 383.1 km² of squares, those at the border clipped
        assertThat(made.path("grids").asInt()).isEqualTo(counted).isBetween(383, 520);
        JsonNode grids = gis.get("/api/grids").expect(200).json().path("features");
        assertThat(grids.size()).isEqualTo(counted);
        Set<String> codes = new HashSet<>();
        grids.forEach(grid -> codes.add(grid.path("properties").path("code").asString()));
        assertThat(codes).hasSize(counted).allMatch(code -> code.matches("990002101\\d{6}"));
        JsonNode downtown =
                gis.get("/api/grids/at?lon=-122.68&lat=45.52").expect(200).json();
        assertThat(codes).contains(downtown.path("code").asString());
        assertThat(downtown.path("name").asString()).startsWith("District ");
        gis.get("/api/grids/at?lon=-122.68&lat=45.30").expect(404);
    }

    @Test
    void readsFeetDeliveredInMetresAndSaysSo() {
        JsonNode answer = definePortland("EPSG:2913");
        assertThat(answer.path("notes").get(0).asString()).contains("EPSG:2913;unit=m");
        assertThat(gis.get("/api/place").json().path("center").get(1).asDouble())
                .isBetween(45.4, 45.7);
    }

    @Test
    void asksForTheVersionOfAPlaceThatIsThere() {
        Path outline = GridFile.square(folder, "outline.geojson", 117.9, 35.8, 0.05);
        Map<String, String> form = new HashMap<>(Map.of("code", Town.CODE, "name", "新名镇"));
        JsonNode problem = gis.upload("/api/place", outline, form).expect(409).json();
        assertThat(problem.path("code").asString()).isEqualTo("place.stale-version");

        form.put("version", problem.path("current").path("version").asString());
        gis.upload("/api/place", outline, form).expect(200);
        assertThat(gis.get("/api/place").json().path("name").asString()).isEqualTo("新名镇");
        assertThat(gis.get("/api/about").json().path("synthetic").asBoolean(true))
                .isFalse();
    }

    @Test
    void leavesTheDemoTownshipAlone() {
        Town.clear(jdbc);
        Town.fill(setUp);
        Path outline = GridFile.square(folder, "outline.geojson", 117.9, 35.8, 0.05);
        Map<String, String> form = Map.of("code", Town.CODE, "name", "x", "version", String.valueOf(version()));
        assertThat(gis.upload("/api/place", outline, form)
                        .expect(409)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("place.demo-loaded");
    }

    @Test
    void makesHexagonsAndCellsOfVillagePoints() {
        JsonNode hexagons = gis.post("/api/grids/generation", Map.of("method", "hexagons", "sizeMetres", 500))
                .expect(200)
                .json();
        assertThat(hexagons.path("grids").asInt()).isGreaterThan(50);

        List<List<Object>> points =
                List.of(List.of(117.91, 35.81, "立春村"), List.of(117.93, 35.81, "雨水村"), List.of(117.92, 35.83, "惊蛰村"));
        JsonNode cells = gis.post("/api/grids/generation", Map.of("method", "cells", "points", points))
                .expect(200)
                .json();
        assertThat(cells.path("grids").asInt()).isEqualTo(3);
        assertThat(cells.path("villages").asInt()).isEqualTo(3);
        JsonNode at =
                gis.get("/api/grids/at?lon=117.931&lat=35.811").expect(200).json();
        assertThat(at.path("name").asString()).isEqualTo("雨水村第1网格");
        // north to south: the northern village comes first, and nothing was filed under the hexagons
        assertThat(gis.get("/api/grids/at?lon=117.92&lat=35.831")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo(Town.CODE + "201001");
    }

    @Test
    void givesNoCodeTwiceOnceAMapIsInUse() {
        gis.post("/api/grids/generation", Map.of("method", "squares", "sizeMetres", 2000))
                .expect(200);
        Client duty = Town.person(port, accounts, Role.DISPATCHER, Town.CODE);
        Map<String, Object> risk = Map.of(
                "name",
                "边坡",
                "category",
                "SLOPE",
                "level",
                "RED",
                "location",
                Map.of("type", "Point", "coordinates", List.of(117.91, 35.81)));
        String old = duty.post("/api/risk-points", risk)
                .expect(201)
                .json()
                .path("properties")
                .path("gridCode")
                .asString();
        Set<String> before = codes();

        gis.post("/api/grids/generation", Map.of("method", "squares", "sizeMetres", 1000))
                .expect(200);

        assertThat(codes()).doesNotContainAnyElementsOf(before);
        assertThat(duty.get("/api/risk-points")
                        .json()
                        .path("features")
                        .get(0)
                        .path("properties")
                        .path("gridCode")
                        .asString())
                .isEqualTo(old);
        assertThat(gis.get("/api/grids/at?lon=117.91&lat=35.81&at=2020-01-01T00:00:00Z")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo(old);
    }

    private Set<String> codes() {
        Set<String> codes = new HashSet<>();
        gis.get("/api/grids")
                .json()
                .path("features")
                .forEach(grid -> codes.add(grid.path("properties").path("code").asString()));
        return codes;
    }

    @Test
    void tellsAllFaultsOfAWishAtOnce() {
        assertThat(gis.post("/api/grids/generation", Map.of("method", "triangles"))
                        .expect(422)
                        .json()
                        .path("errors")
                        .get(0)
                        .path("message")
                        .asString())
                .contains("SQUARES, HEXAGONS, CELLS");
        Map<String, Object> wrong = Map.of("method", "triangles", "sizeMetres", -1, "points", List.of(1, 2));
        assertThat(gis.post("/api/grids/generation", wrong)
                        .expect(422)
                        .json()
                        .path("errors")
                        .findValuesAsString("field"))
                .containsExactly("method", "sizeMetres", "points[0]", "points[1]");
        gis.post("/api/grids/generation", Map.of("method", "squares", "sizeMetres", 1))
                .expect(422);
        gis.post("/api/grids/generation", Map.of("method", "squares", "sizeMetres", "wide"))
                .expect(400);
        gis.post("/api/grids/generation", Map.of("method", "cells", "points", List.of(List.of(1), List.of(500, 2))))
                .expect(422);
    }

    @Test
    void putsBaseLayersAndServesThemUntilTheyChange() {
        Path roads = GridFile.write(folder, "roads.geojson", """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"name":"星野大道","等级":"县道"},"geometry":{"type":"LineString","coordinates":[[117.9,35.81],[117.94,35.81]]}},
                {"type":"Feature","properties":{"name":"点"},"geometry":{"type":"Point","coordinates":[117.9,35.81]}}]}""");
        JsonNode answer = gis.upload("/api/place/layers/roads", roads, Map.of())
                .expect(200)
                .json();
        assertThat(answer.path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.path("rejected").get(0).path("row").asInt()).isEqualTo(2);
        gis.upload("/api/place/layers/mines", roads, Map.of()).expect(404);

        Client.Reply map = gis.get("/api/base-map").expect(200);
        assertThat(map.json()
                        .path("roads")
                        .path("features")
                        .get(0)
                        .path("properties")
                        .path("class")
                        .asString())
                .isEqualTo("main");
        assertThat(map.json().path("outline").path("features").size()).isEqualTo(1);
        assertThat(map.headers().get("etag")).isNotBlank();
    }

    @Test
    void keepsWhatABrowserHasUntilTheSetUpChangesIt() {
        for (String path : List.of("/api/base-map", "/api/grids")) {
            String tag =
                    Objects.requireNonNull(gis.get(path).expect(200).headers().get("etag"));
            Client again =
                    Town.person(port, accounts, Role.GIS_EDITOR, Town.CODE).withHeader("If-None-Match", tag);
            assertThat(again.get(path).status()).as(path).isEqualTo(304);
            gis.upload(
                            "/api/place/layers/green",
                            GridFile.square(folder, "green.geojson", 117.91, 35.81, 0.01),
                            Map.of())
                    .expect(200);
            Client.Reply fresh = again.get(path).expect(200);
            assertThat(fresh.headers().get("etag")).as(path).isNotEqualTo(tag);
        }
    }

    @Test
    void putsALayerOnceUnderItsKey() {
        Path square = GridFile.square(folder, "water.geojson", 117.91, 35.81, 0.01);
        Path other = GridFile.square(folder, "other.geojson", 117.92, 35.81, 0.01);
        Client keyed = Town.person(port, accounts, Role.GIS_EDITOR, Town.CODE)
                .withHeader("Idempotency-Key", "layer-" + System.nanoTime());
        Client.Reply first =
                keyed.upload("/api/place/layers/water", square, Map.of()).expect(200);
        String tag = gis.get("/api/base-map").headers().get("etag");
        assertThat(keyed.upload("/api/place/layers/water", square, Map.of())
                        .expect(200)
                        .json())
                .isEqualTo(first.json());
        assertThat(gis.get("/api/base-map").headers().get("etag"))
                .as("nothing was done twice")
                .isEqualTo(tag);
        assertThat(keyed.upload("/api/place/layers/water", other, Map.of()).status())
                .isEqualTo(422);
    }

    @Test
    void showsAVillageItsOwnGridsOnly() {
        Town.clear(jdbc);
        Town.fill(setUp);
        Client village = Town.person(port, accounts, Role.VILLAGE_CLERK, Town.CODE + "201");
        assertThat(village.get("/api/grids").json().path("features").size()).isEqualTo(2);
        village.get("/api/grids/at?lon=117.91&lat=35.81").expect(200);
        village.get("/api/grids/at?lon=117.91&lat=35.83").expect(404);
        village.post("/api/grids/generation", Map.of("method", "squares", "sizeMetres", 1000))
                .expect(403);
    }
}
