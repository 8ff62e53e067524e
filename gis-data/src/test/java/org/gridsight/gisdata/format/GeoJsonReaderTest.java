package org.gridsight.gisdata.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.gridsight.gisdata.format.RowFault.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.locationtech.jts.geom.Coordinate;

class GeoJsonReaderTest {

    private static final String SQUARE = "[[117.9,35.8],[117.91,35.8],[117.91,35.81],[117.9,35.81],[117.9,35.8]]";

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{\"name\":\"立春村\",\"n\":3,\"share\":0.5,\"ok\":true,\"no\":null},"
                + "\"geometry\":" + geometry + "}";
    }

    private static String polygon(String ring) {
        return feature("{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}");
    }

    @Test
    void readsFeaturesWithTheirAttributes() {
        FeatureTable table = Files4Test.read("a.geojson", collection(polygon(SQUARE)));
        Feature feature = table.features().get(0);
        assertThat(table.format()).isEqualTo(FileFormat.GEOJSON);
        assertThat(table.crs().name()).isEqualTo("WGS84");
        assertThat(feature.geometry().getSRID()).isEqualTo(4490);
        assertThat(feature.geometry().getNumPoints()).isEqualTo(5);
        assertThat(feature.attributes())
                .containsEntry("name", "立春村")
                .containsEntry("n", 3L)
                .containsEntry("share", 0.5)
                .containsEntry("ok", true)
                .doesNotContainKey("no");
    }

    @Test
    void readsCoordinatesBeforeTypeAndEveryGeometryKind() {
        FeatureTable table = Files4Test.read(
                "a.json",
                collection(
                        feature("{\"coordinates\":[117.9,35.8,12.5],\"type\":\"Point\"}"),
                        feature("{\"type\":\"MultiPoint\",\"coordinates\":[[117.9,35.8],[117.8,35.8]]}"),
                        feature("{\"type\":\"LineString\",\"coordinates\":[[117.9,35.8],[117.8,35.8]]}"),
                        feature("{\"type\":\"MultiLineString\",\"coordinates\":[[[117.9,35.8],[117.8,35.8]]]}"),
                        feature("{\"type\":\"MultiPolygon\",\"coordinates\":[[" + SQUARE + "]]}"),
                        feature(
                                "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]}]}")));
        assertThat(table.faults()).isEmpty();
        assertThat(table.features())
                .extracting(f -> f.geometry().getGeometryType())
                .containsExactly(
                        "Point", "MultiPoint", "LineString", "MultiLineString", "MultiPolygon", "GeometryCollection");
    }

    @Test
    void readsASingleFeatureAndABareGeometry() {
        assertThat(Files4Test.read("a.geojson", polygon(SQUARE)).features()).hasSize(1);
        assertThat(Files4Test.read("a.geojson", "{\"type\":\"Polygon\",\"coordinates\":[" + SQUARE + "]}")
                        .features())
                .hasSize(1);
    }

    @Test
    void honoursTheOldCrsMemberEvenAfterTheFeatures() {
        String file = "{\"type\":\"FeatureCollection\",\"features\":["
                + feature("{\"type\":\"Point\",\"coordinates\":[581352.784,3963725.013]}")
                + "],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4548\"}}}";
        FeatureTable table = Files4Test.read("a.geojson", file);
        Coordinate point = table.features().get(0).geometry().getCoordinate();
        assertThat(table.crs().name()).isEqualTo("EPSG:4548");
        assertThat(point.x).isCloseTo(117.9, within(1e-8));
        assertThat(point.y).isCloseTo(35.8, within(1e-8));
        assertThat(table.features().get(0).source().getCoordinate().x).isEqualTo(581352.784);
    }

    @Test
    void convertsFromTheSystemTheCallerNames() {
        FeatureTable table = Files4Test.read(
                "a.geojson",
                collection(feature("{\"type\":\"Point\",\"coordinates\":[117.905637062,35.799794906]}")),
                "GCJ02");
        assertThat(table.features().get(0).geometry().getCoordinate().x).isCloseTo(117.9, within(1e-8));
        assertThat(table.crsBasis()).isEqualTo("given by the caller");
    }

    @Test
    void countsBadRowsAndKeepsTheOthers() {
        FeatureTable table = Files4Test.read(
                "a.geojson",
                collection(
                        polygon(SQUARE),
                        polygon("[[0,0],[1,1],[1,0],[0,1],[0,0]]"),
                        polygon("[[0,0],[1,0],[1,1],[0,1]]"),
                        feature("{\"type\":\"Point\",\"coordinates\":[1e999,2]}"),
                        feature("{\"type\":\"Point\",\"coordinates\":[\"a\",2]}"),
                        feature("{\"type\":\"Point\",\"coordinates\":[200,2]}"),
                        feature("null"),
                        feature("{\"type\":\"Curve\",\"coordinates\":[1,2]}"),
                        "7",
                        polygon("[[0,0],[1,1],[0,0]]"),
                        polygon(SQUARE)));
        assertThat(table.features()).extracting(Feature::row).containsExactly(1L, 11L);
        assertThat(table.faults())
                .extracting(RowFault::row, RowFault::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, Code.SELF_CROSSING),
                        org.assertj.core.groups.Tuple.tuple(3L, Code.NOT_CLOSED),
                        org.assertj.core.groups.Tuple.tuple(4L, Code.NOT_FINITE),
                        org.assertj.core.groups.Tuple.tuple(5L, Code.UNREADABLE_GEOMETRY),
                        org.assertj.core.groups.Tuple.tuple(6L, Code.OFF_THE_EARTH),
                        org.assertj.core.groups.Tuple.tuple(7L, Code.NO_GEOMETRY),
                        org.assertj.core.groups.Tuple.tuple(8L, Code.UNREADABLE_GEOMETRY),
                        org.assertj.core.groups.Tuple.tuple(9L, Code.NO_GEOMETRY),
                        org.assertj.core.groups.Tuple.tuple(10L, Code.INVALID));
        assertThat(table.rows()).isEqualTo(11);
        assertThat(table.faults().get(0).detail()).contains("0.5, 0.5");
    }

    @Test
    void findsCrossingRingsInsideCollections() {
        String bow = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}";
        FeatureTable table = Files4Test.read(
                "a.geojson",
                collection(feature("{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"GeometryCollection\","
                        + "\"geometries\":[" + bow + "]}]}")));
        assertThat(table.faults()).extracting(RowFault::code).containsExactly(Code.SELF_CROSSING);
    }

    @Test
    @Timeout(60)
    void refusesTenThousandLevelsWithThePlace() {
        String deep =
                collection(polygon(SQUARE), feature("{\"type\":\"Polygon\",\"coordinates\":" + "[".repeat(10_000)));
        assertThatThrownBy(() -> Files4Test.read("deep.geojson", deep)).isInstanceOfSatisfying(FileRefused.class, e -> {
            assertThat(e.reason()).isEqualTo(FileRefused.Reason.TOO_DEEP);
            assertThat(e.where()).contains("deep.geojson").contains("feature 2");
        });
        assertThatThrownBy(() -> Files4Test.read("deep.geojson", "{\"a\":".repeat(10_000)))
                .isInstanceOf(FileRefused.class);
    }

    @Test
    void refusesTruncatedAndBrokenText() {
        String file = collection(polygon(SQUARE), polygon(SQUARE));
        for (int cut : new int[] {1, 20, file.length() / 2, file.length() - 2}) {
            assertThatThrownBy(() -> Files4Test.read("cut.geojson", file.substring(0, cut)))
                    .as("cut at " + cut)
                    .isInstanceOf(FileRefused.class)
                    .hasMessageContaining("cut.geojson, line 1");
        }
        assertThatThrownBy(() -> Files4Test.read(
                        "nan.geojson", collection(feature("{\"type\":\"Point\",\"coordinates\":[NaN,2]}"))))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("feature 1");
        assertThatThrownBy(() -> Files4Test.read("a.geojson", file + "{}")).isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> Files4Test.read("a.geojson", "")).isInstanceOf(FileRefused.class);
    }

    @Test
    void leavesOutGeometriesWithTooManyPoints() {
        String many = "[" + "[1,1],".repeat(2_000) + "[1,1]]";
        FeatureTable table = FeatureFile.read(
                collection(feature("{\"type\":\"LineString\",\"coordinates\":" + many + "}"), polygon(SQUARE))
                        .getBytes(StandardCharsets.UTF_8),
                "a.geojson",
                ReadLimits.defaults().withVertices(1_000),
                Optional.empty(),
                Optional.empty());
        assertThat(table.faults()).extracting(RowFault::code).containsExactly(Code.TOO_MANY_VERTICES);
        assertThat(table.features()).hasSize(1);
    }

    @Test
    void refusesMoreRowsThanAllowed() {
        assertThatThrownBy(() -> FeatureFile.read(
                        collection(polygon(SQUARE), polygon(SQUARE), polygon(SQUARE))
                                .getBytes(StandardCharsets.UTF_8),
                        "a.geojson",
                        ReadLimits.defaults().withRows(2),
                        Optional.empty(),
                        Optional.empty()))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("row 3");
    }

    @Test
    @Timeout(60)
    void refusesABombInGzip() {
        byte[] blanks = new byte[40_000_000];
        Arrays.fill(blanks, (byte) ' ');
        assertThatThrownBy(() -> Files4Test.read("bomb.geojson.gz", Files4Test.gzip(blanks)))
                .isInstanceOfSatisfying(
                        FileRefused.class, e -> assertThat(e.reason()).isEqualTo(FileRefused.Reason.TOO_LARGE));
    }
}
