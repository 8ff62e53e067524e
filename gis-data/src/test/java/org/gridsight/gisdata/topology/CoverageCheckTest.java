package org.gridsight.gisdata.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gridsight.gisdata.crs.Crs;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

class CoverageCheckTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Crs PLANE = Crs.of("EPSG:4548");

    /** A rectangle by its metres from a corner near the demo town. */
    private static Geometry box(double x, double y, double width, double height) {
        double x0 = 580_000 + x;
        double y0 = 3_960_000 + y;
        return PLANE.toCgcs2000(FACTORY.toGeometry(new Envelope(x0, x0 + width, y0, y0 + height)));
    }

    private static CodedPolygon grid(String code, double x, double y, double width, double height) {
        return new CodedPolygon(code, box(x, y, width, height));
    }

    private static Coverage check(Optional<Geometry> outline, CodedPolygon... grids) {
        return new CoverageCheck(List.of(grids), outline, CoverageTolerance.defaults()).coverage();
    }

    @Test
    void findsNothingInACleanCoverage() {
        Coverage coverage =
                check(Optional.of(box(0, 0, 2000, 1000)), grid("A", 0, 0, 1000, 1000), grid("B", 1000, 0, 1000, 1000));
        assertThat(coverage.isClean()).isTrue();
        assertThat(coverage.complete()).isTrue();
    }

    @Test
    void toleratesAMillimetreAndABorderWithACornerOfItsOwn() {
        Coverage coverage = check(
                Optional.of(box(0, 0, 2000, 1000)),
                grid("A", 0, 0, 1000.001, 1000),
                grid("B", 1000, 0, 1000, 500),
                grid("C", 1000, 500.002, 1000, 499.998));
        assertThat(coverage.findings()).isEmpty();
    }

    @Test
    void takesLongBordersAsStraightWhereTheyWereDrawn() {
        List<CodedPolygon> grids =
                List.of(grid("A", 0, 0, 9000, 1000), grid("B", 0, 1000, 4500, 1000), grid("C", 4500, 1000, 4500, 1000));
        CoverageTolerance tolerance = CoverageTolerance.defaults();
        assertThat(new CoverageCheck(grids, Optional.empty(), tolerance)
                        .coverage()
                        .slivers())
                .isNotEmpty();
        assertThat(new CoverageCheck(grids, Optional.empty(), tolerance, PLANE)
                        .coverage()
                        .findings())
                .isEmpty();
    }

    @Test
    void measuresInMetresWhateverTheUnitOfTheFile() {
        Crs feet = Crs.of("EPSG:2913");
        Coverage coverage = new CoverageCheck(
                        List.of(oregon(feet, "A", 0, 100), oregon(feet, "B", 102, 100)),
                        Optional.of(oregon(feet, "town", 0, 202).geometry()),
                        CoverageTolerance.defaults(),
                        feet)
                .coverage();
        assertThat(coverage.gaps()).hasSize(1);
        assertThat(coverage.gaps().get(0).thin()).isTrue();
        assertThat(coverage.gaps().get(0).areaSquareMetres()).isCloseTo(200, within(1.0));
    }

    /** 100 m high, x and width in metres. */
    private static CodedPolygon oregon(Crs feet, String code, double x, double width) {
        double x0 = 7_680_000 + x / 0.3048;
        Envelope box = new Envelope(x0, x0 + width / 0.3048, 675_000, 675_000 + 100 / 0.3048);
        return new CodedPolygon(code, feet.toCgcs2000(FACTORY.toGeometry(box)));
    }

    @Test
    void findsAGapWithItsNeighboursAndArea() {
        Coverage coverage =
                check(Optional.of(box(0, 0, 2000, 1000)), grid("A", 0, 0, 900, 1000), grid("B", 1000, 0, 1000, 1000));
        assertThat(coverage.gaps()).hasSize(1);
        CoverageFinding gap = coverage.gaps().get(0);
        assertThat(gap.codes()).containsExactly("A", "B");
        assertThat(gap.areaSquareMetres()).isCloseTo(100_000, within(200.0));
        assertThat(gap.thin()).isFalse();
        assertThat(gap.geometry().getEnvelopeInternal().getMinX()).isBetween(117.88, 117.91);
    }

    @Test
    void findsAnEnclosedGapWithoutAnOutline() {
        Coverage coverage = check(
                Optional.empty(),
                grid("S", 0, 0, 300, 100),
                grid("N", 0, 200, 300, 100),
                grid("W", 0, 100, 100, 100),
                grid("E", 200, 100, 100, 100));
        assertThat(coverage.gaps()).hasSize(1);
        assertThat(coverage.gaps().get(0).codes()).containsExactly("E", "N", "S", "W");
        assertThat(coverage.gaps().get(0).areaSquareMetres()).isCloseTo(10_000, within(30.0));
    }

    @Test
    void separatesARealGapFromTheHairlinesThatJoinIt() {
        Coverage coverage = check(
                Optional.of(box(0, 0, 2000, 1000)),
                grid("A", 0, 0, 999.99, 1000),
                grid("B", 1000, 0, 1000, 400),
                grid("C", 1000, 500, 1000, 500));
        assertThat(coverage.gaps()).hasSize(1);
        assertThat(coverage.gaps().get(0).thin()).isFalse();
        assertThat(coverage.gaps().get(0).areaSquareMetres()).isCloseTo(100_000, within(300.0));
    }

    @Test
    void findsOverlapsByPair() {
        Coverage coverage = check(
                Optional.empty(),
                grid("A", 0, 0, 1000, 1000),
                grid("B", 950, 0, 1000, 1000),
                grid("C", 100, 100, 50, 50));
        assertThat(coverage.overlaps())
                .extracting(CoverageFinding::codes)
                .containsExactlyInAnyOrder(List.of("A", "B"), List.of("A", "C"));
        assertThat(coverage.overlaps()).allMatch(finding -> !finding.thin());
        assertThat(coverage.gaps()).isEmpty();
    }

    @Test
    void callsThinDifferencesSlivers() {
        Coverage coverage = check(
                Optional.of(box(0, 0, 3000, 1000)),
                grid("A", 0, 0, 999, 1000),
                grid("B", 1000, 0, 1001, 1000),
                grid("C", 2000, 0, 998, 1000),
                grid("D", 2998, 0, 2, 1000));
        assertThat(coverage.gaps()).hasSize(1);
        assertThat(coverage.overlaps()).hasSize(1);
        assertThat(coverage.slivers())
                .extracting(CoverageFinding::kind)
                .containsExactlyInAnyOrder(
                        CoverageFinding.Kind.GAP, CoverageFinding.Kind.OVERLAP, CoverageFinding.Kind.THIN_POLYGON);
    }

    @Test
    void findsCodesGivenTwiceAndGridsOutside() {
        Coverage coverage = check(
                Optional.of(box(0, 0, 1000, 1000)),
                grid("A", 0, 0, 500, 1000),
                grid("A", 500, 0, 500, 1000),
                grid("X", 5000, 0, 100, 100),
                grid("Y", 900, 0, 200, 100));
        assertThat(coverage.duplicateCodes()).extracting(CoverageFinding::codes).containsExactly(List.of("A"));
        assertThat(coverage.outside()).extracting(CoverageFinding::codes).containsExactly(List.of("X"), List.of("Y"));
        assertThat(coverage.outside().get(0).areaSquareMetres()).isCloseTo(10_000, within(30.0));
    }

    @Test
    void stopsAtItsLimit() {
        List<CodedPolygon> stack = Collections.nCopies(200, grid("A", 0, 0, 100, 100));
        CoverageTolerance few = new CoverageTolerance(0.05, 1, 3, 50);
        Coverage coverage = new CoverageCheck(stack, Optional.empty(), few).coverage();
        assertThat(coverage.findings()).hasSize(50);
        assertThat(coverage.complete()).isFalse();
    }

    @Test
    void answersForNothingAtAll() {
        assertThat(check(Optional.empty()).isClean()).isTrue();
    }

    @Test
    void survivesABrokenPolygon() throws Exception {
        Geometry bowTie =
                new WKTReader().read("POLYGON ((117.9 35.8, 117.91 35.81, 117.91 35.8, 117.9 35.81, 117.9 35.8))");
        Coverage coverage = check(Optional.empty(), new CodedPolygon("bow", bowTie), grid("A", 0, 0, 100, 100));
        assertThat(coverage.duplicateCodes()).isEmpty();
    }

    /** A property over seeds: cells partition; moving one cell brings an overlap and a gap of the same area; order is no matter. */
    @Test
    void judgesAThousandCellsAndOneMovedCell() {
        for (long seed = 1; seed <= 2; seed++) {
            Geometry town = box(0, 0, 12_000, 8_000);
            List<CodedPolygon> cells = cells(town, seed, 1_000);
            long start = System.nanoTime();
            Coverage clean = new CoverageCheck(cells, Optional.of(town), CoverageTolerance.defaults()).coverage();
            assertThat(clean.findings()).as("seed " + seed).isEmpty();
            assertThat((System.nanoTime() - start) / 1e9).isLessThan(20);

            Geometry moved = cells.get(500).geometry().copy();
            moved.apply((Coordinate c) -> c.x += 0.0005);
            moved.geometryChanged();
            List<CodedPolygon> shifted = new ArrayList<>(cells);
            shifted.set(500, new CodedPolygon(cells.get(500).code(), moved));
            Coverage broken = new CoverageCheck(shifted, Optional.empty(), CoverageTolerance.defaults()).coverage();
            double overlap = broken.overlaps().stream()
                    .mapToDouble(CoverageFinding::areaSquareMetres)
                    .sum();
            double gap = broken.gaps().stream()
                    .mapToDouble(CoverageFinding::areaSquareMetres)
                    .sum();
            assertThat(gap).as("seed " + seed).isPositive().isCloseTo(overlap, within(overlap * 0.05));

            Collections.shuffle(shifted, new Random(seed));
            Coverage again = new CoverageCheck(shifted, Optional.empty(), CoverageTolerance.defaults()).coverage();
            assertThat(again.findings()).as("seed " + seed).hasSameSizeAs(broken.findings());
        }
    }

    private static List<CodedPolygon> cells(Geometry town, long seed, int count) {
        Random random = new Random(seed);
        Envelope box = town.getEnvelopeInternal();
        List<Coordinate> sites = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sites.add(new Coordinate(
                    box.getMinX() + random.nextDouble() * box.getWidth(),
                    box.getMinY() + random.nextDouble() * box.getHeight()));
        }
        VoronoiDiagramBuilder voronoi = new VoronoiDiagramBuilder();
        voronoi.setSites(sites);
        voronoi.setClipEnvelope(box);
        GeometryCollection diagram = (GeometryCollection) voronoi.getDiagram(FACTORY);
        List<CodedPolygon> cells = new ArrayList<>();
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            cells.add(new CodedPolygon("G" + i, diagram.getGeometryN(i).intersection(town)));
        }
        return cells;
    }
}
