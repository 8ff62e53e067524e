package org.gridsight.gisdata.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridsight.gisdata.demo.DemoTownshipTest.NOW;
import static org.gridsight.gisdata.demo.DemoTownshipTest.TOWN;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridsight.gisdata.crs.Crs;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/** Roads, water, cameras, workers and risk points of the demo town. */
class DemoGroundTest {

    @Test
    void connectsEveryNaturalVillageByRoad() {
        Set<Integer> reached = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int here = open.pop();
            if (reached.add(here)) {
                for (DemoRoad road : TOWN.roads()) {
                    if (road.insideTown() && (road.from() == here || road.to() == here)) {
                        open.push(road.from() == here ? road.to() : road.from());
                    }
                }
            }
        }
        assertThat(reached).hasSize(108);
    }

    @Test
    void drawsRoadsFromVillageToVillageInsideTheTown() {
        Crs metres = Crs.of("EPSG:4548");
        double kilometres = TOWN.roads().stream()
                        .mapToDouble(r -> metres.fromCgcs2000(r.line()).getLength())
                        .sum()
                / 1000;
        assertThat(kilometres).isBetween(195.0, 240.0);
        assertThat(TOWN.roads()).hasSizeBetween(200, 250);
        assertThat(TOWN.roads()).extracting(DemoRoad::roadClass).containsOnly("main", "minor");
        assertThat(TOWN.roads()).filteredOn(road -> !road.insideTown()).hasSize(4);
        for (DemoRoad road : TOWN.roads()) {
            assertThat(road.line().getCoordinateN(0)).isEqualTo(at(road.from()));
            if (road.insideTown()) {
                assertThat(road.line().getCoordinateN(road.line().getNumPoints() - 1))
                        .isEqualTo(at(road.to()));
            }
        }
    }

    @Test
    void keepsWaterAndWoodsApartAndHousesDry() {
        assertThat(TOWN.patches()).extracting(DemoPatch::kind).contains("water", "green");
        for (DemoPatch patch : TOWN.patches()) {
            assertThat(patch.area().isValid()).as(patch.name()).isTrue();
            assertThat(patch.area().isEmpty()).isFalse();
            assertThat(TOWN.naturalVillages()).noneMatch(v -> patch.area().contains(v.at()));
            assertThat(TOWN.outline().buffer(1e-6).covers(patch.area()))
                    .as(patch.name())
                    .isTrue();
        }
    }

    @Test
    void numbersCamerasByTheStandardAndStandsThemByRoads() {
        assertThat(TOWN.cameras())
                .extracting(DemoCamera::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("9900010100132000000[0-9]|990001010013200000[0-9]{2}"));
        Map<String, Long> states =
                TOWN.cameras().stream().collect(Collectors.groupingBy(DemoCamera::status, Collectors.counting()));
        assertThat(states)
                .containsEntry("ONLINE", 38L)
                .containsEntry("OFFLINE", 21L)
                .containsEntry("NEVER_CONNECTED", 1L);
        for (DemoCamera camera : TOWN.cameras()) {
            double toRoad = TOWN.roads().stream()
                    .mapToDouble(r -> r.line().distance(camera.view().at()) * 111_000)
                    .min()
                    .orElseThrow();
            assertThat(toRoad).as(camera.name()).isLessThan(1);
            assertThat(camera.view().azimuthDegrees()).isBetween(0.0, 360.0);
        }
        assertThat(TOWN.cameras())
                .filteredOn(c -> c.kind().equals("路口"))
                .allSatisfy(c -> assertThat(c.view())
                        .extracting(DemoCamera.View::fieldOfViewDegrees, DemoCamera.View::rangeMetres)
                        .containsExactly(60.0, 80.0));
    }

    @Test
    void buildsHousesInRowsAwayFromRoadsWaterAndCameras() {
        assertThat(TOWN.houses()).hasSizeBetween(2_000, 4_500).allMatch(Polygon::isValid);
        STRtree tree = new STRtree();
        TOWN.houses().forEach(house -> tree.insert(house.getEnvelopeInternal(), house));
        for (DemoCamera camera : TOWN.cameras()) {
            assertThat(tree.query(camera.view().at().getEnvelopeInternal()))
                    .as(camera.name())
                    .noneMatch(house -> ((Polygon) house).distance(camera.view().at()) == 0);
        }
        for (DemoRoad road : TOWN.roads()) {
            assertThat(tree.query(road.line().getEnvelopeInternal()))
                    .as(road.name())
                    .noneMatch(house -> ((Polygon) house).intersects(road.line()));
        }
        for (DemoPatch patch : TOWN.patches()) {
            if (patch.kind().equals("water")) {
                assertThat(tree.query(patch.area().getEnvelopeInternal()))
                        .as(patch.name())
                        .noneMatch(house -> ((Polygon) house).intersects(patch.area()));
            }
        }
        assertThat(TOWN.houses())
                .allMatch(house -> TOWN.outline().getEnvelopeInternal().contains(house.getEnvelopeInternal()));
        assertThat(TOWN.houses())
                .as("no two stand in one another")
                .allMatch(house -> tree.query(house.getEnvelopeInternal()).stream()
                        .allMatch(other -> other == house || !((Polygon) other).intersects(house)));
    }

    @Test
    void staffsEveryGridAndLeavesSixOffDuty() {
        assertThat(TOWN.workers()).filteredOn(w -> w.post().mobile()).hasSize(6);
        assertThat(TOWN.workers())
                .filteredOn(w -> !w.post().mobile())
                .extracting(w -> w.post().gridCode())
                .containsExactlyElementsOf(
                        TOWN.grids().stream().map(DemoGrid::code).toList());
        assertThat(TOWN.workers()).filteredOn(w -> !w.post().onDuty()).hasSize(6);
        assertThat(TOWN.workers())
                .filteredOn(DemoWorker::demoAccount)
                .singleElement()
                .satisfies(w -> assertThat(w.post().onDuty()).isFalse());
        assertThat(TOWN.workers()).extracting(w -> w.person().name()).contains("演示人员001", "演示人员043");
        assertThat(TOWN.workers()).allSatisfy(w -> assertThat(w.skills()).isNotEmpty());
    }

    @Test
    void spreadsRiskPointsOverKindsAndLevels() {
        LocalDate today = LocalDate.ofInstant(NOW, Rhythm.ZONE);
        assertThat(TOWN.riskPoints())
                .extracting(DemoRiskPoint::category)
                .contains("RESERVOIR", "SLOPE", "SCHOOL", "STORE", "FOREST_EDGE", "BRIDGE");
        assertThat(TOWN.riskPoints()).extracting(DemoRiskPoint::level).contains("RED", "YELLOW", "BLUE");
        assertThat(TOWN.riskPoints()).extracting(DemoRiskPoint::name).doesNotHaveDuplicates();
        assertThat(TOWN.riskPoints())
                .filteredOn(p -> p.care().reviewBy().isBefore(today))
                .as("a few are late")
                .hasSizeBetween(1, 15);
        for (DemoRiskPoint point : TOWN.riskPoints()) {
            DemoGrid grid = TOWN.grids().stream()
                    .filter(g -> g.code().equals(point.site().gridCode()))
                    .findFirst()
                    .orElseThrow();
            assertThat(grid.boundary().distance(point.site().at()) * 111_000)
                    .as(point.name())
                    .isLessThan(0.1);
        }
    }

    private static Coordinate at(int village) {
        return TOWN.naturalVillages().get(village).at().getCoordinate();
    }
}
