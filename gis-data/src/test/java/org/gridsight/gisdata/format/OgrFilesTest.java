package org.gridsight.gisdata.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.gridsight.gisdata.crs.Crs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;

/** Files written by GDAL, as a county would send them. */
class OgrFilesTest {

    private static final String GRIDS = "{\"type\":\"FeatureCollection\",\"name\":\"grids\",\"features\":["
            + grid("990001101201001", "立春村第1网格", 310, "117.90,35.80")
            + ","
            + grid("990001101201002", "雨水村第2网格", 77, "117.92,35.80") + "]}";

    @TempDir
    Path folder;

    private static String grid(String code, String name, int households, String corner) {
        double x = Double.parseDouble(corner.split(",")[0]);
        double y = Double.parseDouble(corner.split(",")[1]);
        return "{\"type\":\"Feature\",\"properties\":{\"网格编码\":\"" + code + "\",\"名称\":\"" + name + "\",\"户数\":"
                + households
                + ",\"share\":0.25,\"since\":\"2024-02-29\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":["
                + "[[" + x + "," + y + "],[" + (x + 0.02) + "," + y + "],[" + (x + 0.02) + "," + (y + 0.02) + "],[" + x
                + "," + (y + 0.02) + "],[" + x + "," + y + "]],"
                + "[[" + (x + 0.005) + "," + (y + 0.005) + "],[" + (x + 0.005) + "," + (y + 0.01) + "],[" + (x + 0.01)
                + "," + (y + 0.01) + "],[" + (x + 0.005) + "," + (y + 0.005) + "]]]}}";
    }

    @BeforeEach
    void writeSource() throws Exception {
        Files.writeString(folder.resolve("source.geojson"), GRIDS, StandardCharsets.UTF_8);
    }

    private void assertGrids(FeatureTable table) {
        assertGrids(table, "网格编码");
    }

    private void assertGrids(FeatureTable table, String codeColumn) {
        assertThat(table.faults()).isEmpty();
        assertThat(table.features()).hasSize(2);
        Feature first = table.features().get(0);
        assertThat(first.text(codeColumn)).contains("990001101201001");
        assertThat(first.text("名称")).contains("立春村第1网格");
        assertThat(first.text("户数")).contains("310");
        assertThat(table.features().get(1).text("名称")).contains("雨水村第2网格");
        Geometry geometry = first.geometry();
        assertThat(geometry.getEnvelopeInternal().getMinX()).isCloseTo(117.90, within(1e-7));
        assertThat(geometry.getEnvelopeInternal().getMinY()).isCloseTo(35.80, within(1e-7));
        assertThat(geometry.getArea()).isCloseTo(0.0004 - 0.0000125, within(1e-9));
    }

    @Test
    void readsAShapefileInGaussKrugerWithAGbkTable() throws Exception {
        Ogr.run(
                folder,
                "ogr2ogr",
                "-f",
                "ESRI Shapefile",
                "-t_srs",
                "EPSG:4548",
                "-lco",
                "ENCODING=GBK",
                "grids.shp",
                "source.geojson");
        Map<String, byte[]> parts = Zips.parts(folder, "grids.");
        FeatureTable table = Files4Test.read("grids.zip", Zips.of(parts));
        assertGrids(table);
        assertThat(table.crs().name()).isEqualTo("EPSG:4548");
        assertThat(table.charset()).isEqualTo(TextReader.GB18030);
        assertThat(table.features().get(0).source().getEnvelopeInternal().getMinX())
                .isBetween(580_000.0, 583_000.0);

        parts.remove("grids.cpg");
        assertGrids(Files4Test.read("without-cpg.zip", Zips.of(parts)));
        parts.put("grids.cpg", "UTF-8".getBytes(StandardCharsets.UTF_8));
        FeatureTable wrong = Files4Test.read("wrong-cpg.zip", Zips.of(parts));
        assertGrids(wrong);
        assertThat(wrong.notes()).anyMatch(note -> note.contains(".cpg"));
        parts.remove("grids.prj");
        assertGrids(FeatureFile.read(
                Zips.of(parts),
                "no-prj.zip",
                ReadLimits.defaults(),
                Optional.of(Crs.of("EPSG:4548")),
                Optional.of(Files4Test.GBK)));
    }

    @Test
    void readsAShapefileInUtf8WithZonePrefix() throws Exception {
        Ogr.run(
                folder,
                "ogr2ogr",
                "-f",
                "ESRI Shapefile",
                "-t_srs",
                "EPSG:4527",
                "-lco",
                "ENCODING=UTF-8",
                "grids.shp",
                "source.geojson");
        FeatureTable table = Files4Test.read("grids.zip", Zips.of(Zips.parts(folder, "grids."), Files4Test.GBK));
        // four characters are twelve bytes; the header holds ten
        assertGrids(table, "网格编");
        assertThat(table.crs().name()).isEqualTo("EPSG:4527");
    }

    @Test
    void readsAGeoPackage() throws Exception {
        Ogr.run(folder, "ogr2ogr", "-f", "GPKG", "-t_srs", "EPSG:4549", "grids.gpkg", "source.geojson");
        byte[] file = Files.readAllBytes(folder.resolve("grids.gpkg"));
        FeatureTable table = Files4Test.read("grids.gpkg", file);
        assertGrids(table);
        assertThat(table.format()).isEqualTo(FileFormat.GEOPACKAGE);
        assertThat(table.crs().name()).isEqualTo("EPSG:4549");
        assertGrids(Files4Test.read("grids.zip", Zips.of(Map.of("grids.gpkg", file))));
    }

    @Test
    void readsKmlAndKmz() throws Exception {
        Ogr.run(folder, "ogr2ogr", "-f", "KML", "grids.kml", "source.geojson");
        byte[] file = Files.readAllBytes(folder.resolve("grids.kml"));
        assertGrids(Files4Test.read("grids.kml", file));
        assertGrids(Files4Test.read("grids.kmz", Zips.of(Map.of("doc.kml", file))));
    }

    @Test
    void readsGeoJsonInGaussKruger() throws Exception {
        Ogr.run(
                folder,
                "ogr2ogr",
                "-f",
                "GeoJSON",
                "-t_srs",
                "EPSG:4548",
                "-lco",
                "RFC7946=NO",
                "out.geojson",
                "source.geojson");
        FeatureTable table = Files4Test.read("out.geojson", Files.readAllBytes(folder.resolve("out.geojson")));
        assertThat(table.crs().name()).isEqualTo("EPSG:4548");
        assertGrids(table);
    }
}
