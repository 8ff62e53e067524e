package org.gridsight.gisdata.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.ZipInputStream;
import org.gridsight.gisdata.crs.Crs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

class FeatureExportTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double TENTH_OF_A_MILLIMETRE = 1e-9;

    @TempDir
    Path folder;

    private static byte[] written(FileFormat format, Layer layer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FeatureExport.write(format, layer, out);
        return out.toByteArray();
    }

    /** Squares with a hole, single and double, with attributes of every kind, some absent. */
    private static List<Feature> grids(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Polygon one = square(117.8 + random.nextDouble() / 10, 35.8 + random.nextDouble() / 10, 0.001, true);
            Polygon two = square(118, 36, 0.001 + random.nextDouble() / 100, false);
            Geometry geometry = random.nextBoolean() ? one : FACTORY.createMultiPolygon(new Polygon[] {one, two});
            Map<String, Object> attributes = new LinkedHashMap<>();
            attributes.put("code", "990001101201" + (100 + i));
            attributes.put("name", "立春村第" + i + "网格, \"甲\" <乙> & 丙");
            attributes.put("households", random.nextLong(-5, 600));
            attributes.put("share", random.nextDouble(-1e6, 1e6));
            attributes.put("rural", random.nextBoolean());
            attributes.put("since", LocalDate.of(2020 + random.nextInt(5), 1 + random.nextInt(12), 29 - 1));
            if (random.nextInt(3) == 0) {
                attributes.remove("households");
            }
            features.add(Feature.of(i + 1, geometry, attributes));
        }
        return features;
    }

    private static Polygon square(double x, double y, double side, boolean hole) {
        LinearRing outer = ring(x, y, side);
        LinearRing inner = ring(x + side / 4, y + side / 4, side / 4);
        return FACTORY.createPolygon(outer, hole ? new LinearRing[] {inner} : new LinearRing[0]);
    }

    private static LinearRing ring(double x, double y, double side) {
        return ((Polygon) FACTORY.toGeometry(new Envelope(x, x + side, y, y + side))).getExteriorRing();
    }

    private static void assertSame(FeatureTable table, List<Feature> features, boolean typed, long seed) {
        assertThat(table.faults()).as("seed " + seed).isEmpty();
        assertThat(table.features()).hasSameSizeAs(features);
        for (int i = 0; i < features.size(); i++) {
            Feature wanted = features.get(i);
            Feature got = table.features().get(i);
            assertThat(got.geometry().getNumPoints())
                    .isEqualTo(wanted.geometry().getNumPoints());
            assertThat(DiscreteHausdorffDistance.distance(got.geometry(), wanted.geometry()))
                    .as("seed " + seed + " row " + i)
                    .isLessThan(TENTH_OF_A_MILLIMETRE);
            wanted.attributes().forEach((name, value) -> {
                if (typed) {
                    assertThat(got.attributes()).as("seed " + seed).containsEntry(name, value);
                } else {
                    assertThat(got.text(name)).as("seed " + seed).contains(String.valueOf(value));
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SHAPEFILE", "GEOPACKAGE", "GEOJSON", "KML", "CSV"})
    void readsBackWhatItWrote(FileFormat format) throws IOException {
        for (long seed = 1; seed <= 5; seed++) {
            List<Feature> features = grids(seed, 20);
            byte[] file = written(format, Layer.of("grids", features));
            Optional<Crs> crs = format == FileFormat.CSV ? Optional.of(Crs.cgcs2000()) : Optional.empty();
            FeatureTable table =
                    FeatureFile.read(file, "grids." + format.extension(), ReadLimits.defaults(), crs, Optional.empty());
            assertThat(table.format()).isEqualTo(format);
            assertSame(table, features, format == FileFormat.SHAPEFILE || format == FileFormat.GEOPACKAGE, seed);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SHAPEFILE", "GEOPACKAGE"})
    void readsBackGaussKrugerWithAGbkTable(FileFormat format) throws IOException {
        for (String crs : List.of("EPSG:4548", "EPSG:4527", "EPSG:32650", "EPSG:4326")) {
            List<Feature> features = grids(9, 10);
            Layer layer = new Layer("网格", features, Crs.of(crs), Files4Test.GBK);
            FeatureTable table = Files4Test.read("grids." + format.extension(), written(format, layer));
            assertThat(table.crs().name()).isEqualTo(crs);
            assertSame(table, features, true, 9);
        }
    }

    @Test
    void writesPointsAndLines() throws IOException {
        List<Feature> points =
                List.of(Feature.of(1, FACTORY.createPoint(new Coordinate(117.9, 35.8)), Map.of("n", 1L)));
        List<Feature> lines = List.of(Feature.of(
                1,
                FACTORY.createLineString(new Coordinate[] {new Coordinate(1, 2), new Coordinate(3, 4)}),
                Map.of("n", 1L)));
        for (FileFormat format :
                List.of(FileFormat.SHAPEFILE, FileFormat.GEOPACKAGE, FileFormat.GEOJSON, FileFormat.KML)) {
            for (List<Feature> features : List.of(points, lines)) {
                FeatureTable table =
                        Files4Test.read("a." + format.extension(), written(format, Layer.of("a", features)));
                assertSame(table, features, false, 0);
            }
        }
        assertSame(Files4Test.read("a.csv", written(FileFormat.CSV, Layer.of("a", points))), points, false, 0);
    }

    @Test
    void writesAnEmptyLayer() throws IOException {
        for (FileFormat format :
                List.of(FileFormat.SHAPEFILE, FileFormat.GEOPACKAGE, FileFormat.GEOJSON, FileFormat.KML)) {
            byte[] file = written(format, Layer.of("none", List.of()));
            assertThat(Files4Test.read("none." + format.extension(), file).features())
                    .isEmpty();
        }
    }

    @Test
    void saysWhatAShapefileHadToCut() throws IOException {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("描述描述描述", "长".repeat(200));
        attributes.put("a_very_long_name", 1L);
        attributes.put("a_very_long_other", 2L);
        Layer layer = Layer.of("cut", List.of(Feature.of(1, square(1, 2, 1, false), attributes)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> notes = FeatureExport.write(FileFormat.SHAPEFILE, layer, out);
        assertThat(notes).hasSize(4);
        Feature read = Files4Test.read("cut.zip", out.toByteArray()).features().get(0);
        assertThat(read.attributes())
                .containsEntry("a_very_lon", 1L)
                .containsEntry("a_very_l_1", 2L)
                .containsEntry("描述描", "长".repeat(84));
    }

    @Test
    void refusesWhatAFormatCannotHold() {
        List<Feature> mixed = List.of(
                Feature.of(1, square(1, 2, 1, false), Map.of()),
                Feature.of(2, FACTORY.createPoint(new Coordinate(1, 2)), Map.of()));
        assertThatThrownBy(() -> written(FileFormat.SHAPEFILE, Layer.of("mixed", mixed)))
                .hasMessageContaining("Polygon and Point");
        for (String shifted : List.of("GCJ02", "BD09", "EPSG:2913;unit=m")) {
            Layer layer = new Layer("x", mixed.subList(0, 1), Crs.of(shifted), StandardCharsets.UTF_8);
            assertThatThrownBy(() -> written(FileFormat.SHAPEFILE, layer)).hasMessageContaining(shifted);
            assertThatThrownBy(() -> written(FileFormat.GEOPACKAGE, layer)).hasMessageContaining(shifted);
        }
        assertThatThrownBy(() -> Layer.of("../evil", List.of())).hasMessageContaining("../evil");
    }

    @Test
    void keepsSpreadsheetsFromRunningTexts() throws IOException {
        Feature evil = Feature.of(1, FACTORY.createPoint(new Coordinate(1, 2)), Map.of("t", "=HYPERLINK(\"x\")"));
        String file = new String(written(FileFormat.CSV, Layer.of("a", List.of(evil))), StandardCharsets.UTF_8);
        assertThat(file).contains("'=HYPERLINK");
    }

    @Test
    void givesTheSameBytesTwice() throws IOException {
        Layer layer = Layer.of("grids", grids(3, 5));
        for (FileFormat format : List.of(FileFormat.SHAPEFILE, FileFormat.GEOJSON, FileFormat.KML, FileFormat.CSV)) {
            assertThat(written(format, layer)).isEqualTo(written(format, layer));
        }
    }

    @Test
    void isUnderstoodByGdal() throws Exception {
        for (Charset charset : List.of(Files4Test.GBK, StandardCharsets.UTF_8)) {
            Layer layer = new Layer("grids", grids(4, 7), Crs.of("EPSG:4548"), charset);
            unzip(written(FileFormat.SHAPEFILE, layer));
            String said = Ogr.run(folder, "ogrinfo", "-al", "grids.shp");
            assertThat(said).contains("Feature Count: 7", "立春村第3网格, \"甲\" <乙> & 丙", "990001101201103");
            assertThat(said).containsPattern("CGCS2000.{1,30}(CM_117E|CM 117E)");
            Ogr.run(
                    folder,
                    "ogr2ogr",
                    "-overwrite",
                    "-f",
                    "GeoJSON",
                    "-t_srs",
                    "EPSG:4326",
                    "back.geojson",
                    "grids.shp");
            FeatureTable back = Files4Test.read("back.geojson", Files.readAllBytes(folder.resolve("back.geojson")));
            assertThat(back.features()).hasSize(7);
            Coordinate wanted =
                    layer.features().get(0).geometry().getEnvelopeInternal().centre();
            Coordinate got =
                    back.features().get(0).geometry().getEnvelopeInternal().centre();
            assertThat(got.x).isCloseTo(wanted.x, within(1e-6));
            assertThat(got.y).isCloseTo(wanted.y, within(1e-6));
            Files.delete(folder.resolve("back.geojson"));
        }
        Layer layer = new Layer("grids", grids(4, 7), Crs.of("EPSG:4549"), StandardCharsets.UTF_8);
        Files.write(folder.resolve("grids.gpkg"), written(FileFormat.GEOPACKAGE, layer));
        assertThat(Ogr.run(folder, "ogrinfo", "-al", "grids.gpkg"))
                .contains("Feature Count: 7", "EPSG\",4549", "立春村第3网格")
                .doesNotContain("ERROR", "Warning");
    }

    private void unzip(byte[] archive) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.write(folder.resolve(Path.of(entry.getName()).getFileName()), zip.readAllBytes());
            }
        }
    }
}
