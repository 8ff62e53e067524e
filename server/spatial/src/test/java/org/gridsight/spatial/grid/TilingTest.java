package org.gridsight.spatial.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Squares and hexagons fill an outline exactly and are numbered as one reads. */
class TilingTest {

    private static final GeometryFactory FACTORY = Partition.FACTORY;

    @Test
    void cutsARectangleIntoWholeSquaresRowByRow() {
        Geometry outline = FACTORY.toGeometry(new Envelope(500_000, 503_000, 3_900_000, 3_902_000));
        List<Polygon> cells = new SquareTiling(outline, 1_000).cells();
        assertThat(cells).hasSize(6).allMatch(cell -> cell.getArea() == 1_000_000);
        assertThat(cells)
                .extracting(cell -> cell.getCentroid().getX())
                .containsExactly(500_500.0, 501_500.0, 502_500.0, 500_500.0, 501_500.0, 502_500.0);
        assertThat(cells.get(0).getCentroid().getY()).isEqualTo(3_901_500);
        assertThat(cells.get(3).getCentroid().getY()).isEqualTo(3_900_500);
    }

    @Test
    void joinsSliversToTheNeighbourWithTheLongestBorder() throws ParseException {
        // 2.1 squares wide: three columns, the outer ones too thin to stand alone
        Geometry outline = new WKTReader().read("POLYGON((0 0,1200 0,1200 1000,0 1000,0 0))");
        List<Polygon> cells = new SquareTiling(outline, 1_000).cells();
        assertThat(cells).hasSize(2);
        Geometry thin = new WKTReader().read("POLYGON((0 0,3100 0,3100 1000,0 1000,0 0))");
        assertThat(new SquareTiling(thin, 1_000).cells()).hasSize(4);
        Geometry spur = new WKTReader().read("POLYGON((0 0,2000 0,2000 1000,2300 1000,2300 1100,0 1100,0 0))");
        List<Polygon> merged = new SquareTiling(spur, 1_100).cells();
        Partition.isExact(spur, merged);
        assertThat(merged).allMatch(cell -> cell.getArea() >= 0.25 * 1_100 * 1_100);
    }

    @Test
    void oneCellLargerThanTheOutlineIsTheOutline() throws ParseException {
        Geometry outline = new WKTReader().read("POLYGON((0 0,300 0,300 200,0 200,0 0))");
        assertThat(new SquareTiling(outline, 5_000).cells()).singleElement().matches(cell -> cell.getArea() == 60_000);
        assertThat(new HexTiling(outline, 5_000)
                        .cells().stream().mapToDouble(Polygon::getArea).sum())
                .isCloseTo(60_000, within(1.0));
    }

    @Test
    void hexagonsHaveTheirAreaAndSixNeighbours() {
        Geometry outline = FACTORY.toGeometry(new Envelope(0, 10_000, 0, 10_000));
        List<Polygon> cells = new HexTiling(outline, 1_000).cells();
        Partition.isExact(outline, cells);
        double whole = Math.sqrt(3) / 2 * 1_000_000;
        List<Polygon> inner = cells.stream()
                .filter(cell -> Math.abs(cell.getArea() - whole) < 1)
                .toList();
        assertThat(inner.size()).isGreaterThan(70);
        Polygon middle = cells.stream()
                .filter(cell -> cell.contains(FACTORY.createPoint(new Coordinate(5_010, 5_020))))
                .findFirst()
                .orElseThrow();
        assertThat(cells.stream().filter(cell -> cell.touches(middle))).hasSize(6);
    }

    @Test
    void keepsHolesAndPartsApart() throws ParseException {
        Geometry outline = new WKTReader()
                .read(
                        "MULTIPOLYGON(((0 0,5000 0,5000 4000,0 4000,0 0),(1500 1500,3500 1500,3500 2600,1500 2600,1500 1500)),"
                                + "((7000 0,7100 0,7100 100,7000 100,7000 0)))");
        List<Polygon> squares = new SquareTiling(outline, 900).cells();
        Partition.isExact(outline, squares);
        // the islet is small, but has nobody to join
        assertThat(squares).anyMatch(cell -> cell.getArea() == 10_000);
        Partition.isExact(outline, new HexTiling(outline, 900).cells());
    }

    @Test
    void sameOutlineGivesSameCells() throws ParseException {
        Geometry outline = new WKTReader().read("POLYGON((0 0,5300 300,6000 4100,2500 6000,-400 3000,0 0))");
        assertThat(new HexTiling(outline, 700).cells()).isEqualTo(new HexTiling(outline.copy(), 700).cells());
        assertThat(new SquareTiling(outline, 700).cells()).isEqualTo(new SquareTiling(outline.copy(), 700).cells());
    }

    @Test
    void tilesARealCity() throws IOException {
        assumeTrue(Partition.hasCity(), "no evaluation data beside this checkout");
        Geometry city = Partition.city();
        assertThat(city.getArea()).isCloseTo(383.1e6, within(0.1e6));
        List<Polygon> squares = new SquareTiling(city, 1_000).cells();
        Partition.isExact(city, squares);
        assertThat(squares.size()).isBetween(350, 480);
        List<Polygon> hexagons = new HexTiling(city, 1_000).cells();
        Partition.isExact(city, hexagons);
        assertThat(hexagons.size()).isBetween(400, 560);
    }

    @Test
    void refusesNonsense() throws ParseException {
        Geometry outline = new WKTReader().read("POLYGON((0 0,3000 0,3000 2000,0 2000,0 0))");
        assertThatThrownBy(() -> new SquareTiling(outline, 0)).hasMessageContaining("above 0 m");
        assertThatThrownBy(() -> new HexTiling(outline, Double.NaN)).hasMessageContaining("above 0 m");
        assertThatThrownBy(() -> new SquareTiling(outline, 0.01)).hasMessageContaining("larger cells");
        Geometry line = new WKTReader().read("LINESTRING(0 0,1000 1000)");
        assertThatThrownBy(() -> new SquareTiling(line, 100).cells()).hasMessageContaining("polygon");
    }
}
