package org.gridsight.gisdata.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridsight.gisdata.SharedData;
import org.gridsight.gisdata.crs.Crs;
import org.gridsight.gisdata.format.RowFault.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class CsvRowsTest {

    @TempDir
    Path folder;

    private CsvRows open(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("rows.csv"), content);
        return CsvRows.open(file, "rows.csv", ReadLimits.defaults(), Optional.empty());
    }

    private List<CsvRow> all(byte[] content) throws IOException {
        List<CsvRow> rows = new ArrayList<>();
        try (CsvRows csv = open(content)) {
            csv.forEach(rows::add);
        }
        return rows;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void streamsRowsByColumnName() throws IOException {
        List<CsvRow> rows = all(utf8("\uFEFF\"id\", name ,x\r\n1,\"a,\"\"b\"\"\nc\",3\r\n2,,4\r\n"));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).find("name")).contains("a,\"b\"\nc");
        assertThat(rows.get(1).find("name")).isEmpty();
        assertThat(rows.get(1).find("nobody")).isEmpty();
        assertThat(rows.get(1).number()).isEqualTo(2);
        assertThat(rows.get(1).line()).isEqualTo(4);
    }

    @Test
    void tellsTheEncodingByItself() throws IOException {
        String text = "编号,名称\n1,立春村第1网格\n";
        for (byte[] content : List.of(
                utf8(text),
                utf8("\uFEFF" + text),
                text.getBytes(Files4Test.GBK),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))) {
            assertThat(all(content).get(0).find("名称")).contains("立春村第1网格");
        }
    }

    @Test
    void turnsToGbkEvenWhenTheFirstChineseTextComesLate() throws IOException {
        String text = "id,name\n" + "1,plain\n".repeat(50_000) + "2,立春村\n";
        List<CsvRow> rows = all(text.getBytes(Files4Test.GBK));
        assertThat(rows.get(50_000).find("name")).contains("立春村");
    }

    @Test
    void readsSemicolonsAndTabs() throws IOException {
        assertThat(all(utf8("a;b,c;d\n1;2,5;3\n")).get(0).find("b,c")).contains("2,5");
        assertThat(all(utf8("a\tb\n1\t2\n")).get(0).find("b")).contains("2");
    }

    @Test
    void keepsGoingAfterRowsThatDoNotFit() throws IOException {
        byte[] broken = utf8("a,b\n1,2\n3\n4,5,6\n7,你好\n8,?\n9,10\n");
        broken[new String(broken, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xFF;
        List<CsvRow> rows = all(broken);
        assertThat(rows).hasSize(6);
        assertThat(rows.stream().flatMap(row -> row.fault().stream()))
                .extracting(RowFault::row, RowFault::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, Code.FIELD_COUNT),
                        org.assertj.core.groups.Tuple.tuple(3L, Code.FIELD_COUNT),
                        org.assertj.core.groups.Tuple.tuple(5L, Code.TEXT));
    }

    @Test
    void refusesEndlessRowsNamingTheRow() {
        byte[] endless = new byte[3_000_000];
        Arrays.fill(endless, (byte) 'x');
        System.arraycopy(utf8("a,b\n1,2\n3,"), 0, endless, 0, 10);
        assertThatThrownBy(() -> all(endless)).isInstanceOfSatisfying(FileRefused.class, e -> {
            assertThat(e.reason()).isEqualTo(FileRefused.Reason.ROW_TOO_LONG);
            assertThat(e.where()).isEqualTo("rows.csv, row 2");
        });
        byte[] commas = utf8("a,b\n" + ",".repeat(100_000));
        assertThatThrownBy(() -> all(commas)).isInstanceOf(FileRefused.class).hasMessageContaining("row 1");
    }

    @Test
    void refusesATruncatedGzipNamingTheRow() throws IOException {
        byte[] whole = Files4Test.gzip(utf8("a,b\n" + "1,2\n".repeat(100_000)));
        assertThatThrownBy(() -> all(Arrays.copyOf(whole, whole.length - 20)))
                .isInstanceOfSatisfying(FileRefused.class, e -> {
                    assertThat(e.reason()).isEqualTo(FileRefused.Reason.TRUNCATED);
                    assertThat(e.where()).contains("row ");
                });
        assertThatThrownBy(() -> all(new byte[0])).isInstanceOf(FileRefused.class);
    }

    @Test
    void refusesAGzipBomb() {
        assertThatThrownBy(() -> all(Files4Test.gzip(new byte[20 << 20]))).isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> all(Files4Test.gzip(utf8("a,b\n" + "1,2\n".repeat(5 << 20)))))
                .isInstanceOfSatisfying(
                        FileRefused.class, e -> assertThat(e.reason()).isEqualTo(FileRefused.Reason.TOO_LARGE));
    }

    @Test
    void readsACityOfCallsForService() throws IOException {
        Path file = SharedData.file("points/portland_nij_cfs_2016_aug_sep.csv.gz");
        Crs crs = Crs.of("EPSG:2913;unit=m");
        int count = 0;
        try (CsvRows rows = CsvRows.open(file, file.toString(), ReadLimits.defaults(), Optional.empty())) {
            for (CsvRow row : rows) {
                Coordinate place = crs.toCgcs2000(new Coordinate(
                        Double.parseDouble(row.find("x").orElseThrow()),
                        Double.parseDouble(row.find("y").orElseThrow())));
                assertThat(place.x).isBetween(-123.2, -122.2);
                assertThat(place.y).isBetween(45.2, 45.8);
                count++;
            }
            assertThat(rows.progress()).isCloseTo(1, within(0.01));
        }
        assertThat(count).isEqualTo(37_818);
    }

    @Test
    void readsPointsAsFeatures() {
        String file = "name,经度,纬度\n甲,117.9,35.8\n乙,abc,35.8\n丙,,35.8\n丁,NaN,35.8\n";
        FeatureTable table = Files4Test.read("points.csv", file);
        assertThat(table.features()).hasSize(1);
        assertThat(table.features().get(0).text("name")).contains("甲");
        assertThat(table.faults())
                .extracting(RowFault::code)
                .containsExactly(Code.NUMBER, Code.NO_GEOMETRY, Code.NOT_FINITE);
    }

    @Test
    void asksForTheSystemOfPlainXAndY() {
        assertThatThrownBy(() -> Files4Test.read("points.csv", "x,y\n500000,3985542\n"))
                .isInstanceOfSatisfying(
                        FileRefused.class, e -> assertThat(e.reason()).isEqualTo(FileRefused.Reason.NO_CRS));
        assertThat(Files4Test.read("points.csv", "x,y\n500000,3985542\n", "EPSG:4548")
                        .features())
                .hasSize(1);
    }

    @Test
    void asksBackWhenPlacesLieOutsideTheirSystem() {
        FeatureTable table = Files4Test.read("points.csv", "x,y\n2341146.2,205940.9\n", "EPSG:2913");
        assertThat(table.notes()).anyMatch(note -> note.contains("is it EPSG:2913;unit=m?"));
        assertThat(Files4Test.read("points.csv", "x,y\n2341146.2,205940.9\n", "EPSG:2838")
                        .notes())
                .isEmpty();
    }

    @Test
    void readsShapesFromAWktColumn() {
        String file = "name,wkt\n甲,\"POLYGON ((0 0, 1 0, 1 1, 0 0))\"\n乙,\"POLYGON ((0 0, 1 0, 1 1))\"\n丙,hello\n丁,"
                + "\"" + "GEOMETRYCOLLECTION (".repeat(5_000) + "\"\n";
        FeatureTable table = Files4Test.read("shapes.csv", file, "WGS84");
        assertThat(table.features()).extracting(feature -> feature.text("name")).containsExactly(Optional.of("甲"));
        assertThat(table.faults())
                .extracting(RowFault::code)
                .containsExactly(Code.NOT_CLOSED, Code.UNREADABLE_GEOMETRY, Code.NO_GEOMETRY);
    }

    @Test
    void readsTheOutlineOfACityFromRings() throws IOException {
        byte[] file = Files.readAllBytes(SharedData.file("points/portland_boundary_m.csv"));
        FeatureTable table = FeatureFile.read(
                file,
                "portland_boundary_m.csv",
                ReadLimits.defaults(),
                Optional.of(Crs.of("EPSG:2838")),
                Optional.empty());
        assertThat(table.format()).isEqualTo(FileFormat.RING_CSV);
        assertThat(table.faults()).isEmpty();
        Geometry outline = table.features().get(0).source();
        assertThat(outline.getNumGeometries()).isEqualTo(5);
        assertThat(outline.getArea() / 1e6).isCloseTo(383.1, within(0.1));
    }

    @Test
    void refusesRingsThatAreNotClosedOrLackTheOuterOne() {
        String head = "X,Y,L1,L2,L3\n";
        String square = "0,0,1,1,1\n1,0,1,1,1\n1,1,1,1,1\n";
        assertThat(Files4Test.read("r.csv", head + square, "WGS84").faults())
                .extracting(RowFault::code)
                .containsExactly(Code.NOT_CLOSED);
        assertThat(Files4Test.read("r.csv", head + "0,0,2,1,1\n1,0,2,1,1\n1,1,2,1,1\n0,0,2,1,1\n", "WGS84")
                        .faults())
                .extracting(RowFault::code)
                .containsExactly(Code.UNREADABLE_GEOMETRY);
        assertThat(Files4Test.read("r.csv", head + square + "0,0,1,1,1\n", "WGS84")
                        .features())
                .hasSize(1);
    }
}
