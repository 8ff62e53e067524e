package org.gridsight.gisdata.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridsight.gisdata.demo.DemoTownshipTest.NOW;
import static org.gridsight.gisdata.demo.DemoTownshipTest.TOWN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridsight.gisdata.crs.Crs;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** The script of the living demo. */
class DemoWalkTest {

    private final DemoWalk walk = new DemoWalk(TOWN);

    @Test
    void walksWithinFifteenMetresOfRoads() {
        Crs metres = Crs.of("EPSG:4548");
        STRtree roads = new STRtree();
        for (DemoRoad road : TOWN.roads()) {
            Geometry line = metres.fromCgcs2000(road.line());
            roads.insert(line.getEnvelopeInternal(), line);
        }
        for (DemoWorker worker : TOWN.workers()) {
            for (DemoWalk.Fix fix : walk.fixes(worker, NOW, NOW.plus(Duration.ofHours(3)))) {
                Geometry place = metres.fromCgcs2000(fix.place());
                var box = place.getEnvelopeInternal();
                box.expandBy(20);
                double toRoad = Double.POSITIVE_INFINITY;
                for (Object road : roads.query(box)) {
                    toRoad = Math.min(toRoad, ((Geometry) road).distance(place));
                }
                assertThat(toRoad).as("%s at %s", worker.id(), fix.at()).isLessThan(15);
            }
        }
    }

    @Test
    void movesAtAHumanPaceWithStepsAndGaps() {
        int gaps = 0;
        double way = 0;
        for (DemoWorker worker : TOWN.workers()) {
            List<DemoWalk.Fix> fixes = walk.fixes(worker, NOW, NOW.plus(Duration.ofHours(4)));
            assertThat(fixes).hasSizeGreaterThan(200);
            for (int i = 1; i < fixes.size(); i++) {
                long seconds = Duration.between(
                                fixes.get(i - 1).at(), fixes.get(i).at())
                        .toSeconds();
                double metres = Ground.distance(
                        fixes.get(i - 1).place().getCoordinate(),
                        fixes.get(i).place().getCoordinate());
                assertThat(seconds).isBetween(5L, 900L);
                assertThat(metres).isLessThan(3.7 * (seconds + 2) + 17);
                gaps += seconds > 120 ? 1 : 0;
                way += metres;
            }
        }
        assertThat(gaps).isPositive();
        assertThat(way / TOWN.workers().size() / 4).as("metres an hour").isBetween(1_500.0, 9_000.0);
    }

    @Test
    void hasAFreshPositionForEverybodyAtAnyTime() {
        for (DemoWorker worker : TOWN.workers()) {
            for (int minutes = 0; minutes < 300; minutes += 7) {
                Instant at = NOW.plus(Duration.ofMinutes(minutes));
                assertThat(walk.latest(worker, at)).hasValueSatisfying(fix -> {
                    assertThat(fix.at()).isBeforeOrEqualTo(at);
                    assertThat(Duration.between(fix.at(), at)).isLessThan(Duration.ofMinutes(25));
                });
            }
        }
    }

    @Test
    void givesTheSameFixesHoweverTheTimeIsCut() {
        DemoWorker worker = TOWN.workers().get(5);
        Instant middle = NOW.plusSeconds(1234);
        Instant end = NOW.plusSeconds(9000);
        List<DemoWalk.Fix> whole = walk.fixes(worker, NOW, end);
        List<DemoWalk.Fix> parts = new ArrayList<>(walk.fixes(worker, NOW, middle));
        parts.addAll(new DemoWalk(new DemoTownship(1, NOW)).fixes(worker, middle, end));
        assertThat(parts).isEqualTo(whole);
        assertThat(walk.latest(worker, end)).contains(whole.get(whole.size() - 1));
    }

    @Test
    void letsMattersArriveNowAndThen() {
        DemoArrivals arrivals = new DemoArrivals(TOWN, Duration.ofMinutes(6));
        Instant at = NOW;
        int kinds = 0;
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            DemoArrivals.Arrival next = arrivals.next(at);
            assertThat(next.at()).isAfter(at);
            assertThat(Duration.between(at, next.at())).isLessThan(Duration.ofMinutes(12));
            assertThat(arrivals.next(next.at().minusSeconds(1))).isEqualTo(next);
            assertThat(TOWN.outline().covers(next.place().at())).isTrue();
            assertThat(next.report().occurredAt()).isBefore(next.at());
            assertThat(next.matter().title()).doesNotContain("{");
            assertThat(next.matter().description()).doesNotContain("{");
            kinds += seen.add(next.matter().kind()) ? 1 : 0;
            at = next.at();
        }
        assertThat(kinds).isGreaterThan(7);
        assertThat(Duration.between(NOW, at)).isBetween(Duration.ofHours(29), Duration.ofHours(31));
    }

    @Test
    void refusesArrivalsWithoutAPause() {
        assertThatThrownBy(() -> new DemoArrivals(TOWN, Duration.ofSeconds(59)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT59S");
    }
}
