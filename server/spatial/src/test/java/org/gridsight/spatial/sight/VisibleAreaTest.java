package org.gridsight.spatial.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.gridsight.spatial.LngLat;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Cones cut by buildings: the fast answer, the polygon and the slow twin say the same; awkward cameras by name. */
class VisibleAreaTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final GroundPlane PLANE = GroundPlane.around(new LngLat(117.9, 35.8));
    private static final Geometry HOUSE = house(-5, 20, 5, 30);

    @Test
    void agreesWithTheSlowTwinAmongRandomBuildings() {
        int decided = 0;
        int hidden = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<Geometry> buildings = town(random, 1 + random.nextInt(30));
            PlaneCone cone = cone(0, 0, random.nextDouble() * 720 - 360, 5 + random.nextInt(72) * 5, 150);
            if (buildings.stream().anyMatch(b -> b.distance(FACTORY.createPoint(cone.apex())) < 0.1)) {
                continue;
            }
            VisibleArea area = cone.clippedBy(Buildings.inMetres(PLANE, buildings));
            Polygon polygon = area.polygon();
            assertThat(new IsValidOp(polygon).isValid())
                    .as("seed %d: %s", seed, polygon)
                    .isTrue();
            for (int i = 0; i < 200; i++) {
                Coordinate place = new Coordinate(random.nextDouble() * 340 - 170, random.nextDouble() * 340 - 170);
                if (PlainSight.doubtMetres(cone, buildings, place) > 1e-6) {
                    boolean seen = PlainSight.sees(cone, buildings, place);
                    assertThat(area.contains(place))
                            .as("seed %d, %s", seed, place)
                            .isEqualTo(seen);
                    decided++;
                    hidden += !seen && cone.contains(place) ? 1 : 0;
                    // the arc is drawn by chords
                    if (PlainSight.doubtMetres(cone, buildings, place) > 0.3) {
                        assertThat(polygon.covers(FACTORY.createPoint(place)))
                                .as("polygon of seed %d, %s", seed, place)
                                .isEqualTo(seen);
                    }
                }
            }
        }
        assertThat(decided).isGreaterThan(5_000);
        assertThat(hidden).isGreaterThan(500);
    }

    @Test
    void orderOfBuildingsDoesNotMatter() {
        Random random = new Random(5);
        List<Geometry> buildings = town(random, 40);
        PlaneCone cone = cone(0, 0, 10, 360, 150);
        double squareMetres =
                cone.clippedBy(Buildings.inMetres(PLANE, buildings)).polygon().getArea();
        Collections.shuffle(buildings, random);
        assertThat(cone.clippedBy(Buildings.inMetres(PLANE, buildings))
                        .polygon()
                        .getArea())
                .isCloseTo(squareMetres, within(1e-6));
    }

    @Test
    void openCountryLeavesTheWholeCone() {
        for (double view : new double[] {1, 75, 180, 200, 359, 360}) {
            PlaneCone cone = cone(3, 4, 355, view, 100);
            Polygon polygon = cone.clippedBy(Buildings.none(PLANE)).polygon();
            assertThat(polygon.getArea()).isCloseTo(Math.PI * 1e4 * view / 360, within(view / 360 * 50));
            assertThat(Orientation.isCCW(polygon.getCoordinates())).isTrue();
        }
    }

    @Test
    void aWallInFrontHidesWhatIsBehindAcrossNorth() {
        VisibleArea area = cone(0, 0, 355, 60, 100).clippedBy(Buildings.inMetres(PLANE, List.of(HOUSE)));
        assertThat(area.contains(new Coordinate(0, 19.9))).isTrue();
        assertThat(area.contains(new Coordinate(0, 20))).isTrue();
        assertThat(area.contains(new Coordinate(0, 25))).isFalse();
        assertThat(area.contains(new Coordinate(0, 60))).isFalse();
        assertThat(area.contains(new Coordinate(-15, 40))).isTrue();
        assertThat(area.contains(new Coordinate(0, 0))).isTrue();
    }

    @Test
    void aDomeLooksRoundTheSeamOfTheCircle() {
        // heading 0: the circle begins and ends in the south, right through the house
        Geometry south = house(-5, -30, 5, -20);
        VisibleArea area = cone(0, 0, 0, 360, 100).clippedBy(Buildings.inMetres(PLANE, List.of(south)));
        assertThat(area.contains(new Coordinate(0.01, -60))).isFalse();
        assertThat(area.contains(new Coordinate(-0.01, -60))).isFalse();
        assertThat(area.contains(new Coordinate(0, -60))).isFalse();
        assertThat(area.contains(new Coordinate(30, -60))).isTrue();
        assertThat(new IsValidOp(area.polygon()).isValid()).isTrue();
    }

    @Test
    void nothingLeaksBetweenHousesThatTouch() throws ParseException {
        List<Geometry> row = List.of(
                wkt("POLYGON((-30 20,-10 20,-10 30,-30 30,-30 20))"),
                wkt("POLYGON((-10 20,0.1 20,0.1 30,-10 30,-10 20))"),
                wkt("POLYGON((0.1 20.3,30 20.3,30 30,0.1 30,0.1 20.3))"));
        VisibleArea area = cone(0, 0, 0, 80, 100).clippedBy(Buildings.inMetres(PLANE, row));
        for (double x = -24; x <= 24; x += 0.05) {
            assertThat(area.contains(new Coordinate(x, 30.5))).as("x %s", x).isFalse();
        }
        assertThat(area.polygon().getEnvelopeInternal().getMaxY()).isCloseTo(20.3, within(1e-6));
    }

    @Test
    void aCourtyardIsSeenFromWithinAndHiddenFromOutside() throws ParseException {
        Geometry block = wkt("POLYGON((-50 -50,50 -50,50 50,-50 50,-50 -50),(-20 -20,-20 20,20 20,20 -20,-20 -20))");
        Buildings buildings = Buildings.inMetres(PLANE, List.of(block));
        VisibleArea within = cone(0, 0, 0, 360, 200).clippedBy(buildings);
        assertThat(within.polygon().getArea()).isCloseTo(1_600, within(1e-3));
        VisibleArea outside = cone(0, 80, 180, 90, 200).clippedBy(buildings);
        assertThat(outside.contains(new Coordinate(0, 0))).isFalse();
        assertThat(outside.contains(new Coordinate(0, 51))).isTrue();
    }

    @Test
    void aCameraOnAWallLooksAwayFromItsHouse() {
        Buildings buildings = Buildings.inMetres(PLANE, List.of(HOUSE));
        for (double y : new double[] {20, 20.02, 20.5, 19.99}) {
            VisibleArea area = cone(0, y, 180, 360, 50).clippedBy(buildings);
            assertThat(area.contains(new Coordinate(0, 0))).as("from %s", y).isTrue();
            assertThat(area.contains(new Coordinate(30, 10))).as("from %s", y).isTrue();
            assertThat(area.contains(new Coordinate(0, 40))).as("from %s", y).isFalse();
            assertThat(area.contains(new Coordinate(0, y))).as("from %s", y).isTrue();
        }
    }

    @Test
    void aCameraOnARoofIsNotHiddenByItsOwnHouseButByOthers() {
        Buildings buildings = Buildings.inMetres(PLANE, List.of(HOUSE, house(-5, 60, 5, 70)));
        VisibleArea area = cone(0, 25, 0, 360, 100).clippedBy(buildings);
        assertThat(area.contains(new Coordinate(0, 5))).isTrue();
        assertThat(area.contains(new Coordinate(0, 55))).isTrue();
        assertThat(area.contains(new Coordinate(0, 80))).isFalse();
    }

    @Test
    void leavesOutWhatIsNoBuilding() throws ParseException {
        List<Geometry> odd = List.of(
                wkt("POLYGON EMPTY"),
                wkt("LINESTRING(-5 10,5 10)"),
                FACTORY.createPolygon(new Coordinate[] {
                    new Coordinate(0, 5), new Coordinate(Double.NaN, 6), new Coordinate(1, 6), new Coordinate(0, 5)
                }),
                HOUSE);
        Buildings buildings = Buildings.inMetres(PLANE, odd);
        assertThat(buildings.size()).isEqualTo(1);
        assertThat(buildings.leftOut()).isEqualTo(3);
        assertThat(Buildings.of(PLANE, odd).leftOut()).isEqualTo(4);
    }

    @Test
    void aHouseWithoutAreaIsAWall() throws ParseException {
        Geometry thin = wkt("POLYGON((-5 20,5 20,0 20,-5 20))");
        VisibleArea area = cone(0, 0, 0, 90, 100).clippedBy(Buildings.inMetres(PLANE, List.of(thin, thin)));
        assertThat(area.contains(new Coordinate(0, 19))).isTrue();
        assertThat(area.contains(new Coordinate(1, 21))).isFalse();
        assertThat(new IsValidOp(area.polygon()).isValid()).isTrue();
    }

    @Test
    void crossingHousesGiveTheNearerWall() throws ParseException {
        List<Geometry> cross = List.of(
                wkt("POLYGON((-20 20,20 40,20 41,-20 21,-20 20))"), wkt("POLYGON((-20 40,20 20,20 21,-20 41,-20 40))"));
        VisibleArea area = cone(0, 0, 0, 80, 100).clippedBy(Buildings.inMetres(PLANE, cross));
        assertThat(area.contains(new Coordinate(0, 29.9))).isTrue();
        assertThat(area.contains(new Coordinate(0, 30.1))).isFalse();
        assertThat(area.contains(new Coordinate(-10, 25.2))).isFalse();
        assertThat(area.contains(new Coordinate(-10, 24.8))).isTrue();
        assertThat(area.contains(new Coordinate(10, 25.2))).isFalse();
        assertThat(area.contains(new Coordinate(10, 24.8))).isTrue();
    }

    @Test
    void ringIsInDegreesAndHeadingsFollowTrueNorth() {
        LngLat camera = new LngLat(118.6, 35.8);
        ViewCone cone = new ViewCone(camera, 0, 2, 1_000);
        PlaneCone flat = cone.in(PLANE);
        Coordinate north = PLANE.toMetres(camera.moved(0, 500));
        assertThat(flat.degreesOffAxis(north)).isCloseTo(0, within(1e-3));
        List<LngLat> ring = cone.clippedBy(Buildings.none(PLANE)).ring();
        assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
        assertThat(ring.get(0).metresTo(camera)).isLessThan(0.01);
        assertThat(cone.clippedBy(Buildings.none(PLANE)).contains(camera.moved(0.5, 900)))
                .isTrue();
    }

    private static PlaneCone cone(double x, double y, double bearing, double view, double range) {
        return new PlaneCone(new Coordinate(x, y), bearing, view, range);
    }

    private static Geometry house(double west, double south, double east, double north) {
        return FACTORY.toGeometry(new Envelope(west, east, south, north));
    }

    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader().read(text);
    }

    /** Turned houses, some of which overlap, touch or have a courtyard. */
    private static List<Geometry> town(Random random, int houses) {
        List<Geometry> town = new ArrayList<>();
        for (int i = 0; i < houses; i++) {
            Geometry house = house(0, 0, 4 + random.nextInt(30), 4 + random.nextInt(20));
            if (random.nextInt(4) == 0) {
                house = house.difference(house.buffer(-1.5));
            }
            AffineTransformation move = AffineTransformation.rotationInstance(random.nextDouble() * Math.PI);
            move.translate(random.nextInt(260) - 130, random.nextInt(260) - 130);
            town.add(move.transform(house));
        }
        return town;
    }
}
