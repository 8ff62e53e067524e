package org.gridsight.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.Role;
import org.gridsight.app.grids.NewGrid;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Town;
import org.gridsight.gisdata.crs.Crs;
import org.gridsight.gisdata.format.Feature;
import org.gridsight.gisdata.format.FeatureExport;
import org.gridsight.gisdata.format.FileFormat;
import org.gridsight.gisdata.format.Layer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What importing grids must do on every database, over HTTP. */
abstract class GridFilesContract {

    private static final String NORTH_EAST = "/api/grids/at?lon=117.935&lat=35.835";

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

    private static List<Feature> chineseRows() {
        List<Feature> rows = new ArrayList<>();
        for (NewGrid grid : Town.fourGrids()) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("网格编码", grid.code());
            values.put("网格名称", grid.name());
            values.put("村名称", grid.villageName());
            values.put("户数", 288L);
            rows.add(Feature.of(rows.size() + 1, grid.shape(), values));
        }
        return rows;
    }

    private Path written(FileFormat format, Crs crs, String charset, List<Feature> rows) throws IOException {
        Path file = folder.resolve("grids." + format.extension());
        try (OutputStream out = Files.newOutputStream(file)) {
            FeatureExport.write(format, new Layer("grids", rows, crs, Charset.forName(charset)), out);
        }
        return file;
    }

    private void expectFourGrids() {
        JsonNode grids = gis.get("/api/grids").expect(200).json().path("features");
        assertThat(grids.size()).isEqualTo(4);
        assertThat(grids.get(0).path("properties").path("households").asInt()).isEqualTo(288);
        JsonNode found = gis.get(NORTH_EAST).expect(200).json();
        assertThat(found.path("code").asString()).isEqualTo(Town.CODE + "202002");
        assertThat(found.path("name").asString()).isEqualTo("雨水村第2网格");
        assertThat(found.path("villageName").asString()).isEqualTo("雨水村");
    }

    @Test
    void importsAShapefileOfOurOwnWriter() throws IOException {
        Path file = written(FileFormat.SHAPEFILE, Crs.of("EPSG:4548"), "GBK", chineseRows());
        JsonNode report =
                gis.upload("/api/grids/import", file, Map.of()).expect(200).json();
        assertThat(report.path("accepted").asInt()).isEqualTo(4);
        assertThat(report.path("rejected").size()).isZero();
        assertThat(report.path("topology").path("gaps").size()).isZero();
        assertThat(report.path("topology").path("overlaps").size()).isZero();
        assertThat(report.path("reading").path("charset").asString()).startsWith("GB");
        expectFourGrids();
    }

    @Test
    void importsAShapefileOfGdal() throws IOException {
        Path geoJson = written(FileFormat.GEOJSON, Crs.cgcs2000(), "UTF-8", chineseRows());
        Path file = GridFile.byOgr(folder, geoJson, "EPSG:4548");
        gis.upload("/api/grids/import", file, Map.of("crs", "EPSG:4548")).expect(200);
        expectFourGrids();
    }

    @Test
    void importsAGeoPackageAndKml() throws IOException {
        gis.upload(
                        "/api/grids/import",
                        written(FileFormat.GEOPACKAGE, Crs.of("EPSG:4548"), "UTF-8", chineseRows()),
                        Map.of())
                .expect(200);
        expectFourGrids();
        gis.upload("/api/grids/import", written(FileFormat.KML, Crs.cgcs2000(), "UTF-8", chineseRows()), Map.of())
                .expect(200);
        expectFourGrids();
    }

    @Test
    void refusesCodesThatAreLongerOrShorterThanTheRegionsAndGivesNoOthers() {
        String fourteen = GridFile.feature("\"code\":\"" + Town.CODE + "20101\",\"name\":\"甲\"", 117.90, 35.80, 0.02);
        String twenty =
                GridFile.feature("\"code\":\"" + Town.CODE + "20100000001\",\"name\":\"乙\"", 117.92, 35.80, 0.02);
        Client.Reply reply = gis.upload(
                "/api/grids/import", collection("codes.geojson", fourteen, twenty), Map.of("dryRun", "true"));
        JsonNode report = reply.expect(200).json();
        assertThat(report.path("accepted").asInt()).isZero();
        assertThat(report.path("rejected").findValuesAsString("reason"))
                .hasSize(2)
                .allMatch(reason -> reason.contains("15") && reason.contains("gridsight.grids.code-digits"));
    }

    @Test
    void looksWithoutTouchingInADryRun() {
        String south = GridFile.feature("\"code\":\"" + Town.CODE + "201001\",\"name\":\"甲\"", 117.90, 35.80, 0.02);
        String over = GridFile.feature("\"code\":\"" + Town.CODE + "201002\",\"name\":\"乙\"", 117.91, 35.80, 0.02);
        Path file = collection("overlap.geojson", south, over);

        JsonNode report = gis.upload("/api/grids/import", file, Map.of("dryRun", "true"))
                .expect(200)
                .json();

        assertThat(report.path("dryRun").asBoolean()).isTrue();
        assertThat(report.path("accepted").asInt()).isEqualTo(2);
        JsonNode overlap = report.path("topology").path("overlaps").get(0);
        assertThat(overlap.path("geometry").path("type").asString()).isEqualTo("Polygon");
        assertThat(overlap.path("properties").path("areaSquareMetres").asDouble())
                .isBetween(1.9e6, 2.1e6);
        assertThat(report.path("topology").path("gaps").size()).isGreaterThan(0);
        assertThat(gis.get("/api/grids").json().path("features").size()).isZero();
    }

    @Test
    void givesCodesVillageByVillageWhereAFileHasNone() {
        Path file = collection(
                "plain.geojson",
                GridFile.feature("\"村\":\"雨水村\"", 117.90, 35.80, 0.02),
                GridFile.feature("\"村\":\"立春村\"", 117.92, 35.82, 0.02),
                GridFile.feature("\"村\":\"立春村\"", 117.90, 35.82, 0.02));
        JsonNode report =
                gis.upload("/api/grids/import", file, Map.of()).expect(200).json();
        assertThat(report.path("columns").path("village").asString()).isEqualTo("村");
        JsonNode found = gis.get(NORTH_EAST).expect(200).json();
        assertThat(found.path("code").asString()).isEqualTo(Town.CODE + "201002");
        assertThat(found.path("name").asString()).isEqualTo("立春村第2网格");
        assertThat(gis.get("/api/grids/at?lon=117.91&lat=35.81")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo(Town.CODE + "202001");
    }

    @Test
    void storesNothingOfAFileWithAFaultyRowUnlessAsked() {
        String good = GridFile.feature("\"code\":\"" + Town.CODE + "201001\"", 117.90, 35.80, 0.02);
        String crossing = "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + Town.CODE + "201002\"},\"geometry\":"
                + "{\"type\":\"Polygon\",\"coordinates\":[[[117.92,35.8],[117.94,35.82],[117.94,35.8],[117.92,35.82],[117.92,35.8]]]}}";
        String other = GridFile.feature("\"code\":\"990001102201001\"", 117.92, 35.82, 0.02);
        Path file = collection("crossing.geojson", good, crossing, other);

        JsonNode problem =
                gis.upload("/api/grids/import", file, Map.of()).expect(422).json();

        assertThat(problem.path("code").asString()).isEqualTo("grids.rows-rejected");
        assertThat(problem.path("rejected").get(0).path("row").asInt()).isEqualTo(2);
        assertThat(problem.path("rejected").get(0).path("code").asString()).isEqualTo("geometry.self-crossing");
        assertThat(problem.path("rejected").get(1).path("code").asString()).isEqualTo("row.other-place");
        assertThat(gis.get("/api/grids").json().path("features").size()).isZero();

        JsonNode report = gis.upload("/api/grids/import", file, Map.of("partial", "true"))
                .expect(200)
                .json();
        assertThat(report.path("accepted").asInt()).isEqualTo(1);
        assertThat(gis.get("/api/grids").json().path("features").size()).isEqualTo(1);
    }

    @Test
    void saysThatGridsLookShifted() throws IOException {
        List<Feature> shifted = new ArrayList<>();
        Crs gcj = Crs.of("GCJ02");
        // ten times finer than the shift, so that most of the border grids lie outside
        for (Feature row : chineseRows().subList(1, 2)) {
            shifted.add(Feature.of(1, gcj.fromCgcs2000(Town.square(117.932, 35.80, 0.008)), row.attributes()));
        }
        Path file = written(FileFormat.GEOJSON, Crs.cgcs2000(), "UTF-8", shifted);
        JsonNode report = gis.upload("/api/grids/import", file, Map.of("dryRun", "true"))
                .expect(200)
                .json();
        assertThat(report.path("notes").get(0).asString()).contains("GCJ-02");
    }

    @Test
    void namesTheColumnsItDoesNotFind() {
        Path file = collection(
                "one.geojson", GridFile.feature("\"code\":\"" + Town.CODE + "201001\"", 117.90, 35.80, 0.02));
        JsonNode problem = gis.upload("/api/grids/import", file, Map.of("nameColumn", "titel", "crs", "EPSG:1"))
                .expect(422)
                .json();
        assertThat(problem.path("errors").get(0).path("field").asString()).isEqualTo("crs");
        problem = gis.upload("/api/grids/import", file, Map.of("nameColumn", "titel"))
                .expect(422)
                .json();
        assertThat(problem.path("errors").get(0).path("message").asString())
                .contains("titel")
                .contains("code");
    }

    @Test
    void refusesHostileFilesAsAWhole() throws IOException {
        refused(GridFile.write(folder, "deep.geojson", "{\"a\":" + "[".repeat(10_000)), "file.too-deep");
        refused(zip("bomb.zip", "grids.geojson", 300 << 20), "file.too-large");
        refused(zip("slip.zip", "../../grids.shp", 10), "file.unsafe-name");
        refused(GridFile.write(folder, "cut.zip", "PK\u0003\u0004 and nothing more"), "file.");
        refused(GridFile.write(folder, "words.doc", "no map at all"), "file.unknown-format");
        Path notANumber = GridFile.write(
                folder,
                "nan.geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[NaN,1],[1,1],[1,2],[NaN,1]]]}}]}");
        refused(notANumber, "");
    }

    private void refused(Path file, String code) {
        JsonNode problem = gis.upload("/api/grids/import", file, Map.of()).json();
        assertThat(problem.path("status").asInt())
                .as(file.getFileName().toString())
                .isBetween(400, 422);
        assertThat(problem.path("code").asString()).startsWith(code);
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(gis.get("/api/grids").json().path("features").size()).isZero();
    }

    private Path zip(String name, String entry, int zeros) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(entry));
            byte[] block = new byte[1 << 16];
            for (int left = zeros; left > 0; left -= block.length) {
                out.write(block, 0, Math.min(left, block.length));
            }
        }
        return file;
    }

    private Path collection(String name, String... features) {
        return GridFile.write(
                folder, name, "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
    }
}
