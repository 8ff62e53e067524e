package org.gridsight.spatial.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.UnusableInput;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** Shares, blind spots and counts against cell by cell and point by point counting. */
class SightCoverageTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final GroundPlane PLANE = GroundPlane.around(new LngLat(117.9, 35.8));
    private static final Geometry SQUARE = FACTORY.toGeometry(new Envelope(0, 100, 0, 100));

    @Test
    void countsAndSharesAgreeWithTheSlowTwin() {
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            Geometry area = FACTORY.createPoint(new Coordinate(0, 0)).buffer(200, 16);
            List<VisibleArea> views = views(random, 25);
            SightCoverage coverage = SightCoverage.of(area, views);
            List<Polygon> polygons = views.stream().map(VisibleArea::polygon).toList();
            WatchedCells cells = coverage.cells(7);
            List<Coordinate> middles = new ArrayList<>();
            int watched = 0;
            for (int row = 0; row < cells.rows(); row++) {
                for (int column = 0; column < cells.columns(); column++) {
                    Coordinate middle = cells.cell(column, row).centre();
                    boolean inside = SimplePointInAreaLocator.locate(middle, area) == Location.INTERIOR;
                    assertThat(cells.isInside(column, row)).isEqualTo(inside);
                    if (inside) {
                        int seen = count(polygons, middle);
                        assertThat(cells.count(column, row))
                                .as("seed %d %s", seed, middle)
                                .isEqualTo(seen);
                        middles.add(middle);
                        watched += seen > 0 ? 1 : 0;
                    }
                }
            }
            double share = (double) watched / middles.size();
            assertThat(share).isBetween(0.02, 0.98);
            assertThat(cells.share(1)).isEqualTo(share);
            // snapping to centimetres may move a few middles over a border
            assertThat(coverage.pointShare(middles)).isCloseTo(share, within(0.002));
            assertThat(coverage.areaShare()).isCloseTo(share, within(0.03));
            assertThat(cells.share(2)).isLessThan(cells.share(1));
        }
    }

    @Test
    void blindSpotsAndSeenGroundMakeTheArea() {
        List<VisibleArea> views = views(new Random(3), 25);
        Geometry area = FACTORY.toGeometry(new Envelope(-200, 200, -200, 200));
        SightCoverage coverage = SightCoverage.of(area, views);
        List<Polygon> blind = coverage.blindSpots(0);
        double blindSquareMetres = blind.stream().mapToDouble(Polygon::getArea).sum();
        assertThat(blindSquareMetres + coverage.seen().getArea()).isCloseTo(160_000, within(1.0));
        assertThat(blind).isSortedAccordingTo((a, b) -> Double.compare(b.getArea(), a.getArea()));
        assertThat(coverage.blindSpots(500)).hasSizeLessThan(blind.size()).allMatch(spot -> spot.getArea() >= 500);
    }

    @Test
    void halfOfTheSquareAndItsRoadIsSeen() {
        // a camera far in the west looks at a long wall at x = 50
        Geometry wall = FACTORY.toGeometry(new Envelope(50, 60, -1_000, 1_000));
        VisibleArea view = new PlaneCone(new Coordinate(-1_000, 50), 90, 10, 2_000)
                .clippedBy(Buildings.inMetres(PLANE, List.of(wall)));
        SightCoverage coverage = SightCoverage.of(SQUARE, List.of(view));
        LineString road = line(0, 50, 300, 50);
        assertThat(coverage.areaShare()).isCloseTo(0.5, within(0.001));
        assertThat(coverage.roadShare(List.of(road))).isCloseTo(0.5, within(0.001));
        assertThat(coverage.roadShare(List.of(road, road))).isCloseTo(0.5, within(0.001));
        assertThat(coverage.roadShare(List.of(line(0, 200, 300, 200)))).isZero();
        assertThat(coverage.roadShare(List.of())).isZero();
        assertThat(coverage.pointShare(List.of(
                        new Coordinate(10, 50),
                        new Coordinate(90, 50),
                        new Coordinate(80, 10),
                        new Coordinate(400, 50))))
                .isCloseTo(1 / 3.0, within(1e-12));
        assertThat(coverage.blindSpots(1)).hasSize(1);
    }

    @Test
    void withoutCamerasEverythingIsBlind() {
        SightCoverage coverage = SightCoverage.of(SQUARE, List.of());
        assertThat(coverage.areaShare()).isZero();
        assertThat(coverage.roadShare(List.of(line(0, 50, 100, 50)))).isZero();
        assertThat(coverage.pointShare(List.of())).isZero();
        assertThat(coverage.blindSpots(0))
                .singleElement()
                .satisfies(spot -> assertThat(spot.getArea()).isCloseTo(10_000, within(1e-6)));
        assertThat(coverage.cells(10).share(1)).isZero();
        assertThat(coverage.cells(1_000).columns()).isEqualTo(1);
    }

    @Test
    void camerasAtTheSamePlaceCountEachButCoverOnce() {
        VisibleArea view = new PlaneCone(new Coordinate(50, 50), 0, 360, 20).clippedBy(Buildings.none(PLANE));
        SightCoverage once = SightCoverage.of(SQUARE, List.of(view));
        SightCoverage thrice = SightCoverage.of(SQUARE, List.of(view, view, view));
        assertThat(thrice.areaShare()).isCloseTo(once.areaShare(), within(1e-4));
        assertThat(thrice.cells(1).count(50, 50)).isEqualTo(3);
        assertThat(thrice.cells(1).count(5, 5)).isZero();
    }

    @Test
    void refusesWhatItCannotHold() {
        SightCoverage coverage = SightCoverage.of(SQUARE, List.of());
        assertThatThrownBy(() -> coverage.cells(0))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("too small");
        assertThatThrownBy(() -> coverage.cells(0.01)).hasMessageContaining("at least 1.0 m");
        assertThatThrownBy(() -> coverage.cells(Double.NaN)).isInstanceOf(UnusableInput.class);
        assertThatThrownBy(() -> SightCoverage.of(FACTORY.createPolygon(), List.of()))
                .hasMessageContaining("no extent");
    }

    private static int count(List<Polygon> views, Coordinate place) {
        return (int) views.stream()
                .filter(view -> SimplePointInAreaLocator.locate(place, view) == Location.INTERIOR)
                .count();
    }

    private static List<VisibleArea> views(Random random, int count) {
        List<Geometry> houses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double x = random.nextDouble() * 400 - 200;
            double y = random.nextDouble() * 400 - 200;
            houses.add(FACTORY.toGeometry(new Envelope(x, x + 20, y, y + 12)));
        }
        Buildings buildings = Buildings.inMetres(PLANE, houses);
        List<VisibleArea> views = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Coordinate at = new Coordinate(random.nextDouble() * 400 - 200, random.nextDouble() * 400 - 200);
            views.add(new PlaneCone(at, random.nextDouble() * 360, i % 5 == 0 ? 360 : 75, 60).clippedBy(buildings));
        }
        return views;
    }

    private static LineString line(double x1, double y1, double x2, double y2) {
        return FACTORY.createLineString(new Coordinate[] {new Coordinate(x1, y1), new Coordinate(x2, y2)});
    }
}
