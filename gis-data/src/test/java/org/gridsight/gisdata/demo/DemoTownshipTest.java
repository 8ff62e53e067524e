package org.gridsight.gisdata.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gridsight.gisdata.crs.Crs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class DemoTownshipTest {

    static final Instant NOW = Instant.parse("2026-03-18T06:20:00Z");
    static final DemoTownship TOWN = new DemoTownship(1, NOW);

    private static final TownPlane PLANE = new TownPlane();

    @Test
    void givesTheSameTownshipForTheSameSeedAndTime() {
        DemoTownship again = new DemoTownship(1, NOW);
        assertThat(everything(again)).isEqualTo(everything(TOWN));
        assertThat(again.truth()).isEqualTo(TOWN.truth());
        assertThat(everything(new DemoTownship(2, NOW))).isNotEqualTo(everything(TOWN));
    }

    @Test
    void keepsTheTwoYearsWhateverTheTimeIsNow() {
        DemoTownship later = new DemoTownship(1, NOW.plus(Duration.ofDays(400)));
        assertThat(twoYears(later)).isEqualTo(twoYears(TOWN)).hasSizeBetween(4_300, 4_900);
        assertThat(later.grids()).isEqualTo(TOWN.grids());
        assertThat(later.workers()).isEqualTo(TOWN.workers());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 7, 20, -5})
    void partitionsTheTownExactly(long seed) {
        Division division = division(seed);
        List<DemoGrid> grids =
                division.grids().stream().map(g -> DemoGrid.of(g, PLANE)).toList();
        Geometry[] areas = grids.stream().map(DemoGrid::boundary).toArray(Geometry[]::new);
        assertThat(CoverageValidator.isValid(areas)).as("seed %d", seed).isTrue();
        Geometry town = CoverageUnion.union(areas);
        assertThat(town).isInstanceOf(Polygon.class);
        assertThat(((Polygon) town).getNumInteriorRing()).isZero();
        assertThat(UnaryUnionOp.union(List.of(areas)).equalsTopo(town)).isTrue();
        for (DemoVillage village :
                division.villages().stream().map(v -> DemoVillage.of(v, PLANE)).toList()) {
            Geometry[] own = grids.stream()
                    .filter(g -> g.villageCode().equals(village.code()))
                    .map(DemoGrid::boundary)
                    .toArray(Geometry[]::new);
            assertThat(CoverageUnion.union(own)
                            .norm()
                            .equalsExact(village.boundary().norm()))
                    .as(village.name())
                    .isTrue();
        }
    }

    @Test
    void drawsItsOutlineFromTheBordersOfTheGrids() {
        Geometry union = CoverageUnion.union(
                TOWN.grids().stream().map(DemoGrid::boundary).toArray(Geometry[]::new));
        assertThat(TOWN.outline().equalsExact(union.norm())).isTrue();
        assertThat(TOWN.outline().isValid()).isTrue();
    }

    @Test
    void drawsThirtySevenGridsForSeedOneAndAboutThatForOthers() {
        assertThat(TOWN.grids()).hasSize(37);
        LongStream.rangeClosed(2, 20)
                .forEach(seed -> assertThat(division(seed).grids())
                        .as("grids of seed %d", seed)
                        .hasSizeBetween(30, 45));
    }

    @Test
    void hasTheSizesOfARealTown() {
        Crs metres = Crs.of("EPSG:4548");
        ToDoubleFunction<Geometry> squareKilometres =
                g -> metres.fromCgcs2000(g).getArea() / 1e6;
        assertThat(squareKilometres.applyAsDouble(TOWN.outline())).isBetween(90.5, 90.7);
        assertThat(TOWN.grids()).allSatisfy(grid -> {
            assertThat(squareKilometres.applyAsDouble(grid.boundary())).isBetween(0.7, 5.2);
            assertThat(grid.households()).isBetween(60, 540);
        });
        assertThat(TOWN.grids().stream().mapToInt(DemoGrid::households).sum()).isBetween(10_900, 11_100);
        assertThat(TOWN.grids().stream().mapToInt(DemoGrid::population).sum()).isBetween(31_500, 32_500);
        int[] households =
                TOWN.grids().stream().mapToInt(DemoGrid::households).sorted().toArray();
        assertThat(households[18]).as("median households").isBetween(260, 340);
        assertThat(TOWN.naturalVillages()).hasSize(108);
        assertThat(TOWN.cameras()).hasSize(60);
        assertThat(TOWN.workers()).hasSize(43);
        assertThat(TOWN.riskPoints()).hasSizeBetween(70, 90);
    }

    @Test
    void numbersVillagesByTheSolarTermsAndGridsInsideThem() {
        assertThat(TOWN.villages())
                .extracting(DemoVillage::code)
                .isEqualTo(IntStream.rangeClosed(201, 224)
                        .mapToObj(n -> "990001101" + n)
                        .toList());
        assertThat(TOWN.villages().get(0).name()).isEqualTo("立春村");
        assertThat(TOWN.villages().get(23).name()).isEqualTo("大寒村");
        assertThat(TOWN.grids().get(0).name()).isEqualTo("立春村第1网格");
        for (DemoVillage village : TOWN.villages()) {
            List<DemoGrid> own = TOWN.grids().stream()
                    .filter(g -> g.villageCode().equals(village.code()))
                    .toList();
            assertThat(own).isNotEmpty();
            assertThat(own.stream().mapToInt(DemoGrid::households).sum()).isEqualTo(village.households());
            assertThat(own)
                    .extracting(DemoGrid::code)
                    .isEqualTo(IntStream.rangeClosed(1, own.size())
                            .mapToObj(n -> village.code() + "00" + n)
                            .toList());
            assertThat(own)
                    .as("west to east")
                    .isSortedAccordingTo(Comparator.comparingDouble(
                            g -> g.boundary().getCentroid().getX()));
        }
    }

    @Test
    void putsNaturalVillagesIntoTheirGridsWellApart() {
        Set<String> names = new HashSet<>();
        for (DemoNaturalVillage one : TOWN.naturalVillages()) {
            DemoGrid grid = TOWN.grids().stream()
                    .filter(g -> g.code().equals(one.gridCode()))
                    .findFirst()
                    .orElseThrow();
            assertThat(grid.boundary().contains(one.at())).as(one.name()).isTrue();
            assertThat(names.add(one.name())).isTrue();
            assertThat(one.households()).isGreaterThanOrEqualTo(20);
            assertThat(TOWN.naturalVillages())
                    .filteredOn(other -> other != one)
                    .allSatisfy(other -> assertThat(Ground.distance(
                                    one.at().getCoordinate(), other.at().getCoordinate()))
                            .isGreaterThan(519));
        }
    }

    @Test
    void marksEverythingAsCgcs2000() {
        assertThat(TOWN.outline().getSRID()).isEqualTo(4490);
        assertThat(TOWN.grids())
                .allSatisfy(g -> assertThat(g.boundary().getSRID()).isEqualTo(4490));
        assertThat(TOWN.incidents())
                .allSatisfy(i -> assertThat(i.place().at().getSRID()).isEqualTo(4490));
        assertThat(TOWN.roads()).allSatisfy(r -> assertThat(r.line().getSRID()).isEqualTo(4490));
        assertThat(TOWN.patches())
                .allSatisfy(p -> assertThat(p.area().getSRID()).isEqualTo(4490));
    }

    private static List<Object> everything(DemoTownship town) {
        return List.of(
                town.outline(),
                town.townHall(),
                town.naturalVillages(),
                town.villages(),
                town.grids(),
                town.roads(),
                town.patches(),
                town.cameras(),
                town.workers(),
                town.riskPoints(),
                town.incidents());
    }

    /** The division alone: much quicker than a whole township. */
    private static Division division(long seed) {
        Draws draws = new Draws(seed);
        Countryside countryside = new Countryside(draws.branch("countryside"));
        Mosaic mosaic = new Mosaic(countryside.border(), countryside.hamlets(), draws.branch("mosaic"));
        return new Division(countryside.hamlets(), mosaic, draws.branch("division"));
    }

    static List<DemoIncident> twoYears(DemoTownship town) {
        Instant end = Instant.parse("2024-12-31T16:00:00Z");
        return town.incidents().stream()
                .filter(i -> i.report().receivedAt().isBefore(end))
                .toList();
    }
}
