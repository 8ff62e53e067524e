package org.gridsight.spatial.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridsight.spatial.grid.PointCells.Cell;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Each place of the outline belongs to its nearest point. */
class PointCellsTest {

    private static final Geometry SQUARE = Partition.FACTORY.toGeometry(new Envelope(0, 10_000, 0, 10_000));

    @Test
    void givesEveryPlaceToItsNearestPoint() {
        long seed = 5;
        Random random = new Random(seed);
        List<Coordinate> points = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            points.add(new Coordinate(random.nextDouble() * 10_000, random.nextDouble() * 10_000));
        }
        List<Cell> cells = new PointCells(SQUARE, points).cells();
        Partition.isExact(SQUARE, shapes(cells));
        assertThat(cells).hasSize(120);
        for (int i = 0; i < 5_000; i++) {
            Coordinate place = new Coordinate(random.nextDouble() * 10_000, random.nextDouble() * 10_000);
            int owner = ownerOf(cells, place);
            double best = points.stream().mapToDouble(place::distance).min().orElseThrow();
            // a millimetre: corners are rounded to it
            assertThat(points.get(owner).distance(place))
                    .as("seed %d, %s", seed, place)
                    .isLessThan(best + 0.01);
        }
    }

    @Test
    void takesOnePointTwoPointsAndPointsInALine() {
        assertThat(new PointCells(SQUARE, List.of(new Coordinate(3, 4))).cells())
                .singleElement()
                .matches(cell -> cell.shape().getArea() == 1e8);
        List<Cell> two =
                new PointCells(SQUARE, List.of(new Coordinate(2_500, 5_000), new Coordinate(7_500, 5_000))).cells();
        assertThat(two).extracting(Cell::point).containsExactly(0, 1);
        assertThat(two).allMatch(cell -> Math.abs(cell.shape().getArea() - 5e7) < 10);
        List<Coordinate> line = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            line.add(new Coordinate(500 + 1_000 * i, 5_000));
        }
        List<Cell> strips = new PointCells(SQUARE, line).cells();
        Partition.isExact(SQUARE, shapes(strips));
        assertThat(strips).hasSize(10).allMatch(cell -> Math.abs(cell.shape().getArea() - 1e7) < 10);
    }

    @Test
    void countsPointsAtOneSpotOnce() {
        Coordinate west = new Coordinate(2_500, 5_000);
        Coordinate east = new Coordinate(7_500, 5_000);
        List<Cell> cells = new PointCells(SQUARE, List.of(west, east, west.copy(), east.copy())).cells();
        assertThat(cells).extracting(Cell::point).containsExactly(0, 1);
    }

    @Test
    void joinsAPieceCutOffFromItsPoint() throws ParseException {
        // a deep notch splits the right half; its upper arm is nearer to the right point, but hangs on the left cell
        Geometry outline = new WKTReader()
                .read("POLYGON((0 0,10000 0,10000 4000,4000 4000,4000 4100,10000 4100,10000 8000,0 8000,0 0))");
        List<Coordinate> points = List.of(new Coordinate(2_000, 4_000), new Coordinate(8_000, 2_000));
        List<Cell> cells = new PointCells(outline, points).cells();
        Partition.isExact(outline, shapes(cells));
        assertThat(cells).hasSize(2);
    }

    @Test
    void cellsOfVillagesFillARealCity() throws IOException {
        assumeTrue(Partition.hasCity(), "no evaluation data beside this checkout");
        Geometry city = Partition.city();
        Envelope box = city.getEnvelopeInternal();
        Random random = new Random(6);
        List<Coordinate> points = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            points.add(new Coordinate(
                    box.getMinX() + random.nextDouble() * box.getWidth(),
                    box.getMinY() + random.nextDouble() * box.getHeight()));
        }
        List<Cell> cells = new PointCells(city, points).cells();
        Partition.isExact(city, shapes(cells));
        assertThat(cells.size()).isBetween(120, 300);
    }

    @Test
    void refusesNoPoints() {
        assertThatThrownBy(() -> new PointCells(SQUARE, List.of())).hasMessageContaining("at least one point");
    }

    private static int ownerOf(List<Cell> cells, Coordinate place) {
        return cells.stream()
                .filter(cell -> cell.shape().covers(Partition.FACTORY.createPoint(place)))
                .findFirst()
                .orElseThrow()
                .point();
    }

    private static List<Polygon> shapes(List<Cell> cells) {
        return cells.stream().map(Cell::shape).toList();
    }
}
