package org.gridsight.gisdata.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridsight.gisdata.demo.DemoTownshipTest.NOW;
import static org.gridsight.gisdata.demo.DemoTownshipTest.TOWN;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gridsight.gisdata.crs.Gcj02Point;
import org.gridsight.gisdata.demo.DemoAnswerKey.Cluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/** Planted clusters reach their class by figures counted here anew, and every trap is there at its rate. */
class DemoAnswerKeyTest {

    private final DemoAnswerKey key = new DemoAnswerKey(TOWN);
    private final List<DemoIncident> twoYears = DemoTownshipTest.twoYears(TOWN);

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 11})
    void plantsClustersThatReachTheirClass(long seed) {
        DemoTownship town = seed == 1 ? TOWN : new DemoTownship(seed, NOW);
        DemoAnswerKey answers = new DemoAnswerKey(town);
        assertThat(answers.clusters()).extracting(Cluster::id).containsExactly("H1", "H2", "H3", "H4", "H5", "NOW");
        for (Cluster cluster : answers.clusters()) {
            double expected = expected(town, cluster);
            assertThat(expected)
                    .as("%s of seed %d", cluster.id(), seed)
                    .isBetween(cluster.expected() * .9 - .02, cluster.expected() * 1.1 + .02);
            long seen = town.incidents().stream()
                    .filter(i -> answers.of(i).duplicateOf().isEmpty() && inside(cluster, i))
                    .count();
            assertThat(seen).isEqualTo(cluster.visible());
            if (cluster.mustBeFound()) {
                assertThat(score(seen, expected)).as(cluster.id()).isGreaterThan(17);
                assertThat(score(seen, cluster.expected())).isGreaterThanOrEqualTo(18);
                assertThat(score(cluster.expected() + cluster.extra(), cluster.expected()))
                        .isGreaterThanOrEqualTo(18);
            } else {
                assertThat(score(seen, expected)).isLessThanOrEqualTo(5);
            }
        }
    }

    @Test
    void takesNoMoreThanNeeded() {
        for (Cluster cluster : key.clusters()) {
            double fewest = Math.min(cluster.visible(), cluster.expected() + cluster.extra()) - 1;
            boolean needed = score(fewest, cluster.expected()) < 18 || cluster.extra() <= 8;
            assertThat(needed).as(cluster.id()).isTrue();
        }
    }

    @Test
    void putsTheFreshHotspotWhereTheOnlyWorkerIsOffDuty() {
        Cluster now = key.clusters().get(5);
        DemoGrid grid = TOWN.grids().stream()
                .filter(g -> g.boundary().contains(now.circle().centre()))
                .findFirst()
                .orElseThrow();
        assertThat(TOWN.workers())
                .filteredOn(w -> w.post().gridCode().equals(grid.code()))
                .singleElement()
                .satisfies(w -> assertThat(w.post().onDuty()).isFalse());
        assertThat(now.to()).isBeforeOrEqualTo(LocalDate.ofInstant(NOW, Rhythm.ZONE));
        assertThat(now.visible()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void bringsEightTimesTheHazardsInThreeStormDays() {
        LocalDate storm = LocalDate.of(2024, 7, 21);
        long count = twoYears.stream()
                .filter(i -> i.matter().kind().equals("HAZARD"))
                .filter(i -> {
                    LocalDate day = LocalDate.ofInstant(key.of(i).happened(), Rhythm.ZONE);
                    return !day.isBefore(storm) && day.isBefore(storm.plusDays(3));
                })
                .count();
        assertThat(count).as("8 x 3 x 1.08 expected, 25.9").isBetween(14L, 40L);
    }

    @Test
    void setsTrapsAtTheirRates() {
        Map<String, Double> rates = twoYears.stream()
                .flatMap(i -> key.of(i).traps().stream())
                .collect(Collectors.groupingBy(t -> t, Collectors.summingDouble(t -> 1.0 / twoYears.size())));
        assertThat(rates.get("DUPLICATE")).isBetween(.022, .038);
        assertThat(rates.get("LATE")).isBetween(.03, .05);
        assertThat(rates.get("LATE_DATED_AT_ENTRY")).isBetween(.012, .028);
        assertThat(rates.get("DEFAULT_COORDINATE")).isBetween(.014, .026);
        assertThat(rates.get("GCJ02")).isBetween(.016, .022);
    }

    @Test
    void repeatsMattersNearbyInOtherWordsByAnotherPerson() {
        Map<UUID, DemoIncident> byId = new HashMap<>();
        TOWN.incidents().forEach(i -> byId.put(i.id(), i));
        for (DemoIncident repeat : TOWN.incidents()) {
            key.of(repeat).duplicateOf().ifPresent(id -> {
                DemoIncident original = byId.get(id);
                assertThat(original).isNotNull();
                assertThat(metres(repeat.place().at(), original.place().at())).isLessThanOrEqualTo(60);
                assertThat(Duration.between(
                                original.report().receivedAt(), repeat.report().receivedAt()))
                        .isBetween(Duration.ZERO, Duration.ofHours(48));
                assertThat(repeat.matter().title())
                        .isNotEqualTo(original.matter().title());
                assertThat(repeat.matter().kind()).isEqualTo(original.matter().kind());
                assertThat(repeat.report().people().reporter())
                        .isNotEqualTo(original.report().people().reporter());
            });
        }
    }

    @Test
    void misplacesAndMisdatesAsTold() {
        for (DemoIncident incident : twoYears) {
            DemoAnswerKey.Truth truth = key.of(incident);
            Set<String> traps = truth.traps();
            Point shown = incident.place().at();
            Duration late = Duration.between(truth.happened(), incident.report().receivedAt());
            if (traps.contains("DEFAULT_COORDINATE")) {
                assertThat(shown).isEqualTo(TOWN.townHall());
            } else if (traps.contains("GCJ02")) {
                Gcj02Point shifted = Gcj02Point.from(truth.place().getCoordinate());
                assertThat(Ground.distance(shown.getCoordinate(), new Coordinate(shifted.lng(), shifted.lat())))
                        .isLessThan(0.05);
                assertThat(metres(shown, truth.place())).isBetween(480.0, 540.0);
            } else {
                assertThat(shown).isEqualTo(truth.place());
                assertThat(TOWN.outline().covers(shown)).isTrue();
            }
            if (traps.contains("LATE")) {
                assertThat(late).isBetween(Duration.ofHours(1), Duration.ofDays(21));
            } else if (!traps.contains("DUPLICATE")) {
                assertThat(late).isLessThan(Duration.ofHours(1));
            }
            assertThat(incident.report().occurredAt().equals(incident.report().receivedAt()))
                    .isEqualTo(traps.contains("LATE_DATED_AT_ENTRY"));
        }
    }

    @Test
    void sendsShiftedCoordinatesFromOnePlatformOnlyAndAlways() {
        Map<String, Set<Boolean>> shifted = twoYears.stream()
                .filter(i -> i.report().platform() != null)
                .collect(Collectors.groupingBy(
                        i -> String.valueOf(i.report().platform()),
                        Collectors.mapping(i -> key.of(i).traps().contains("GCJ02"), Collectors.toSet())));
        assertThat(shifted).hasSizeGreaterThan(1);
        assertThat(shifted.values()).allSatisfy(answers -> assertThat(answers).hasSize(1));
        assertThat(shifted.values())
                .filteredOn(answers -> answers.contains(true))
                .hasSize(1);
    }

    @Test
    void letsOneWorkerReportFiveTimesTheTrifles() {
        Map<String, Long> trifles = twoYears.stream()
                .filter(i -> i.report().source().equals("GRID_PATROL"))
                .filter(i ->
                        Set.of("SANITATION", "FACILITY").contains(i.matter().kind()))
                .filter(i -> key.of(i).cluster().isEmpty())
                .collect(Collectors.groupingBy(
                        i -> i.report().people().reporter().name(), Collectors.counting()));
        long most = trifles.values().stream().mapToLong(n -> n).max().orElseThrow();
        double others = trifles.values().stream()
                        .mapToLong(n -> n)
                        .filter(n -> n != most)
                        .sum()
                / 36.0;
        assertThat(most / others).isBetween(4.0, 6.0);
    }

    @Test
    void canLeaveOutEveryCluster() {
        DemoTownship quiet = DemoAnswerKey.withoutClusters(1, NOW);
        DemoAnswerKey answers = new DemoAnswerKey(quiet);
        assertThat(answers.clusters()).isEmpty();
        assertThat(quiet.incidents())
                .allSatisfy(i -> assertThat(answers.of(i).cluster()).isEmpty());
        assertThat(quiet.incidents().size())
                .isBetween(TOWN.incidents().size() - 220, TOWN.incidents().size() - 80);
        assertThat(quiet.grids()).isEqualTo(TOWN.grids());
    }

    /** The recipe of the incident stream, written down a second time. */
    private static double expected(DemoTownship town, Cluster cluster) {
        Map<String, double[]> months = Map.of(
                "SANITATION", new double[] {.20, .7, .7, .9, 1, 1.1, 1.3, 1.4, 1.4, 1.1, .9, .8, .7},
                "SECURITY", new double[] {.10, 1.2, 1.2, .9, .9, 1, 1, 1.1, 1.1, 1, .9, .9, 1},
                "DISPUTE", new double[] {.28, .9, 1.3, 1, 1, 1, 1.1, 1, 1, 1.1, 1, 1, 1.1},
                "FOREST_FIRE", new double[] {.06, 1, 1.8, 2.4, 2.2, 1, .3, .1, .1, .3, .9, 1.1, 1},
                "HELP", new double[] {.14, 1.2, 1, 1, .9, .9, 1, 1, 1, 1, 1, 1, 1.2});
        double[] factors = Objects.requireNonNull(months.get(cluster.kind()));
        double sum = 0;
        for (int m = 1; m <= 12; m++) {
            sum += factors[m];
        }
        double days = 0;
        for (LocalDate day = cluster.from(); !day.isAfter(cluster.to()); day = day.plusDays(1)) {
            days += factors[day.getMonthValue()]
                    / (sum / 12)
                    * (day.getDayOfWeek().getValue() > 5 ? .85 : 1.06);
        }
        return 6.0 * factors[0] * days * massInside(town, cluster);
    }

    /** By throwing darts: 400 around every natural village. */
    private static double massInside(DemoTownship town, Cluster cluster) {
        Random random = new Random(7);
        double inside = 0;
        double all = 0;
        for (DemoNaturalVillage village : town.naturalVillages()) {
            for (int i = 0; i < 400; i++) {
                Coordinate dart = Ground.moved(
                        village.at().getCoordinate(), 160 * random.nextGaussian(), 160 * random.nextGaussian());
                boolean hit = Ground.distance(dart, cluster.circle().centre().getCoordinate())
                        <= cluster.circle().radiusMetres();
                inside += hit ? village.households() : 0;
                all += village.households();
            }
        }
        return inside / all;
    }

    private static boolean inside(Cluster cluster, DemoIncident incident) {
        LocalDate day = LocalDate.ofInstant(incident.report().occurredAt(), Rhythm.ZONE);
        return incident.matter().kind().equals(cluster.kind())
                && !day.isBefore(cluster.from())
                && !day.isAfter(cluster.to())
                && metres(incident.place().at(), cluster.circle().centre())
                        <= cluster.circle().radiusMetres();
    }

    private static double score(double n, double e) {
        return n <= e ? 0 : n * Math.log(n / e) - (n - e);
    }

    private static double metres(Point a, Point b) {
        return Ground.distance(a.getCoordinate(), b.getCoordinate());
    }
}
