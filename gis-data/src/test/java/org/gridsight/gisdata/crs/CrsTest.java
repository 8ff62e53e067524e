package org.gridsight.gisdata.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gridsight.gisdata.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CrsTest {

    private static final double MILLIMETRE_DEGREES = 1e-8;

    @Test
    void answersTheCorpus() throws IOException {
        JsonNode corpus;
        try (InputStream in = CrsTest.class.getResourceAsStream("/org/gridsight/gisdata/corpus/coordinates.json")) {
            corpus = JsonMapper.builder().build().readTree(in);
        }
        assertThat(corpus.size()).isGreaterThan(20);
        for (JsonNode pair : corpus) {
            Coordinate in = point(pair.get("in"));
            Coordinate degrees = Crs.of(pair.get("from").asString()).toCgcs2000(in);
            Coordinate out = Crs.of(pair.get("to").asString()).fromCgcs2000(degrees);
            double tolerance = pair.get("toleranceDegrees").asDouble();
            Coordinate expected = point(pair.get("out"));
            assertThat(out.x).as(pair.toString()).isCloseTo(expected.x, within(tolerance));
            assertThat(out.y).as(pair.toString()).isCloseTo(expected.y, within(tolerance));
        }
    }

    @Test
    void agreesWithProjOnChineseBeltsBothWays() throws IOException {
        List<String> lines = Files.readAllLines(SharedData.file("coords/cgcs2000_gauss_kruger_vectors.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] f = line.split(",");
            Crs crs = Crs.of("EPSG:" + f[3]);
            Coordinate degrees = new Coordinate(Double.parseDouble(f[1]), Double.parseDouble(f[2]));
            Coordinate plane = new Coordinate(Double.parseDouble(f[4]), Double.parseDouble(f[5]));
            assertThat(crs.fromCgcs2000(degrees).distance(plane)).as(line).isLessThan(0.001);
            assertThat(crs.toCgcs2000(plane).distance(degrees)).as(line).isLessThan(MILLIMETRE_DEGREES);
        }
    }

    @Test
    void putsEastFirstWhateverTheAuthoritySays() {
        Coordinate plane = Crs.of("EPSG:4548").fromCgcs2000(new Coordinate(117.90, 35.80));
        assertThat(plane.x).isCloseTo(581352.784, within(0.001));
        assertThat(plane.y).isCloseTo(3963725.013, within(0.001));
        assertThat(Crs.of("urn:ogc:def:crs:EPSG::4490").toCgcs2000(new Coordinate(117.9, 35.8)))
                .isEqualTo(new Coordinate(117.9, 35.8));
    }

    @Test
    void readsOregonFeetAndTheSameInMetres() {
        Coordinate metres = new Coordinate(2341146.2, 205940.9);
        Coordinate feet = new Coordinate(metres.x / 0.3048, metres.y / 0.3048);
        Coordinate inFeet = Crs.of("EPSG:2913").toCgcs2000(feet);
        Coordinate inMetres = Crs.of("EPSG:2913;unit=m").toCgcs2000(metres);
        Coordinate metreSystem = Crs.of("EPSG:2838").toCgcs2000(metres);
        assertThat(inFeet.x).isCloseTo(-122.53294, within(2e-5));
        assertThat(inFeet.y).isCloseTo(45.50196, within(2e-5));
        assertThat(inMetres.distance(inFeet)).isLessThan(MILLIMETRE_DEGREES);
        assertThat(metreSystem.distance(inFeet)).isLessThan(MILLIMETRE_DEGREES);
        // the datum shift passes through heights that are dropped: centimetres
        assertThat(Crs.of("EPSG:2913;unit=m").fromCgcs2000(inMetres).distance(metres))
                .isLessThan(0.02);
    }

    @Test
    void noticesFeetSystemsDeliveredInMetres() {
        Crs feet = Crs.of("EPSG:2913");
        assertThat(feet.likelierUnit(new Coordinate(2341146.2, 205940.9))).contains(Crs.of("EPSG:2913;unit=m"));
        assertThat(feet.likelierUnit(new Coordinate(7680926, 675659))).isEmpty();
        assertThat(Crs.of("WGS84").likelierUnit(new Coordinate(500, 500))).isEmpty();
    }

    @Test
    void returnsToTheStartInEverySystem() {
        long seed = 20260101;
        SplittableRandom random = new SplittableRandom(seed);
        for (String name : List.of("GCJ02", "BD09", "EPSG:4548", "EPSG:4527", "EPSG:3857", "EPSG:4498", "EPSG:32650")) {
            Crs crs = Crs.of(name);
            for (int i = 0; i < 2_000; i++) {
                Coordinate start = new Coordinate(random.nextDouble(115, 119), random.nextDouble(20, 50));
                Coordinate back = crs.toCgcs2000(crs.fromCgcs2000(start));
                assertThat(back.distance(start))
                        .as(name + " " + start + " seed " + seed)
                        .isLessThan(2e-9);
            }
        }
    }

    @Test
    void undoesGcj02WithinAMillimetreAllOverChina() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            Coordinate start = new Coordinate(random.nextDouble(73, 136), random.nextDouble(2, 54));
            assertThat(Gcj02Point.from(start).toCgcs2000().distance(start))
                    .as("seed 7, " + start)
                    .isLessThan(1e-9);
            assertThat(Bd09Point.from(start).toCgcs2000().distance(start))
                    .as("seed 7, " + start)
                    .isLessThan(1e-9);
        }
    }

    @Test
    void holdsThePublishedOffsetVectors() throws IOException {
        List<String> lines = Files.readAllLines(SharedData.file("coords/eviltransform_vectors.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] f = line.split(",");
            if (f[0].equals("wgs2gcj")) {
                Gcj02Point point = Gcj02Point.from(new Coordinate(Double.parseDouble(f[2]), Double.parseDouble(f[1])));
                assertThat(point.lng()).isCloseTo(Double.parseDouble(f[4]), within(1e-9));
                assertThat(point.lat()).isCloseTo(Double.parseDouble(f[3]), within(1e-9));
            }
        }
    }

    @Test
    void staysWithinFifteenMetresOfTheLibraryVectorOfBd09() {
        Coordinate exact = new Bd09Point(120.019809, 29.199786).toCgcs2000();
        double north = (exact.y - 29.196131605295484) * 110_850;
        double east = (exact.x - 120.00877901149691) * 97_250;
        assertThat(Math.hypot(north, east)).isLessThan(15);
    }

    @Test
    void leavesPlacesOutsideTheBoxAlone() {
        assertThat(Gcj02Point.from(new Coordinate(183, 45))).isEqualTo(new Gcj02Point(183, 45));
        assertThat(Gcj02Point.from(new Coordinate(139.7, 35.7))).isEqualTo(new Gcj02Point(139.7, 35.7));
        assertThat(new Gcj02Point(139.7, 35.7).toCgcs2000()).isEqualTo(new Coordinate(139.7, 35.7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EPSG:999999",
                "EPSG:4479",
                "EPSG:5773",
                "Mars",
                "",
                "EPSG:99999999999",
                "GCJ02;unit=m",
                "EPSG:4326;unit=m",
                "EPSG:2913;unit=parsec",
                "EPSG:"
            })
    void refusesUnknownSystemsByName(String name) {
        assertThatThrownBy(() -> Crs.of(name)).isInstanceOf(CrsRefused.class).hasMessageContaining("\"" + name + "\"");
    }

    @Test
    void refusesCoordinatesThatAreNoPlace() {
        for (Coordinate bad : List.of(
                new Coordinate(Double.NaN, 35),
                new Coordinate(200, 35),
                new Coordinate(117, 91),
                new Coordinate(117, Double.POSITIVE_INFINITY))) {
            assertThatThrownBy(() -> Crs.of("WGS84").toCgcs2000(bad))
                    .isInstanceOf(CrsRefused.class)
                    .hasMessageContaining("" + bad.x)
                    .hasMessageContaining("" + bad.y);
        }
        assertThatThrownBy(() -> Crs.of("EPSG:4548").toCgcs2000(new Coordinate(1e300, 1e300)))
                .isInstanceOf(CrsRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gcj-02", "GCJ_02", " GCJ02 "})
    void readsNamesAsPeopleWriteThem(String name) {
        assertThat(Crs.of(name)).isEqualTo(Crs.of("GCJ02"));
    }

    @Test
    void movesWholeGeometriesWithoutTouchingTheInput() throws ParseException {
        Geometry source = new WKTReader()
                .read("POLYGON ((500000 3985000, 501000 3985000, 501000 3986000, 500000 3986000, 500000 3985000),"
                        + " (500200 3985200, 500400 3985200, 500400 3985400, 500200 3985200))");
        Geometry before = source.copy();
        Crs crs = Crs.of("EPSG:4548");
        Geometry degrees = crs.toCgcs2000(source);
        assertThat(source.equalsExact(before)).isTrue();
        assertThat(degrees.getEnvelopeInternal().getMinX()).isCloseTo(117, within(1e-6));
        assertThat(crs.fromCgcs2000(degrees).equalsExact(source, 0.001)).isTrue();
    }

    @Test
    void choosesAMetreSystemForAPlace() {
        assertThat(Crs.metricAt(new Coordinate(117.9, 35.8)).name()).isEqualTo("EPSG:4548");
        assertThat(Crs.metricAt(new Coordinate(120.2, 35.8)).name()).isEqualTo("EPSG:4549");
        assertThat(Crs.metricAt(new Coordinate(-122.6, 45.5)).name()).isEqualTo("EPSG:32610");
        assertThat(Crs.metricAt(new Coordinate(-89.9, 35.1)).name()).isEqualTo("EPSG:32616");
        assertThat(Crs.metricAt(new Coordinate(151, -33)).name()).isEqualTo("EPSG:32756");
    }

    @Test
    void saysHonestlyWhenNoDatumShiftIsKnown() {
        assertThat(Crs.of("EPSG:2384").accuracyMetres()).isGreaterThan(100);
        assertThat(Crs.of("EPSG:4548").accuracyMetres()).isLessThan(0.01);
        assertThat(Crs.of("EPSG:4548").method()).contains("EPSG:4548");
    }

    @Test
    void givesTheSameAnswersOnManyThreads() {
        Crs crs = Crs.of("EPSG:2913;unit=m");
        Coordinate in = new Coordinate(2341146.2, 205940.9);
        Coordinate expected = crs.toCgcs2000(in);
        assertThat(IntStream.range(0, 40_000).parallel().mapToObj(i -> crs.toCgcs2000(in)))
                .allMatch(expected::equals);
    }

    private static Coordinate point(JsonNode pair) {
        return new Coordinate(pair.get(0).asDouble(), pair.get(1).asDouble());
    }
}
