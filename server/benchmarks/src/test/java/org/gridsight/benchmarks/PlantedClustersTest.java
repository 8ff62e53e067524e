package org.gridsight.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.gridsight.gisdata.demo.DemoAnswerKey.Cluster;
import org.gridsight.gisdata.demo.DemoTownship;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.scan.Replicas;
import org.gridsight.spatial.hotspot.scan.ScanCluster;
import org.gridsight.spatial.hotspot.scan.TownSurge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three towns of the study {@link PlantedClusters}: what must be found is found, what must stay silent is silent. */
class PlantedClustersTest {

    private static final Replicas REPLICAS = new Replicas(99, 1, 10);

    @ParameterizedTest
    @ValueSource(longs = {7, 9, 10})
    void findsWhatWasPlantedAndNamesTheTraps(long seed) {
        TownScan scan = new TownScan(new DemoTownship(seed, Instant.parse("2026-03-01T04:00:00Z")));
        for (String kind : List.of("DISPUTE", "SANITATION", "HELP", "SECURITY", "FOREST_FIRE")) {
            List<ScanCluster> alarms = scan.alarms(kind, REPLICAS, Run.alone());
            for (Cluster cluster : scan.planted(kind)) {
                assertThat(alarms.stream().anyMatch(alarm -> scan.hits(alarm, cluster)))
                        .as("%s of seed %d among %s", cluster.id(), seed, alarms)
                        .isEqualTo(cluster.mustBeFound());
            }
        }
        assertThat(scan.alarms("HAZARD", REPLICAS, Run.alone()))
                .noneMatch(alarm -> alarm.days().shared(TownScan.STORM) > 0);
        TownSurge.Surge storm = scan.storm();
        assertThat(storm.p()).isLessThan(0.001);
        assertThat(storm.ratio()).isGreaterThan(3);
        assertThat(scan.traps())
                .hasEntrySatisfying("DUPLICATE", share -> assertThat(share).isGreaterThan(0.95))
                .hasEntrySatisfying(
                        "DEFAULT_COORDINATE", share -> assertThat(share).isEqualTo(1))
                .hasEntrySatisfying(
                        "LATE_DATED_AT_ENTRY", share -> assertThat(share).isEqualTo(1))
                .hasEntrySatisfying(
                        "OVERZEALOUS_WORKER", share -> assertThat(share).isGreaterThan(0.3))
                .hasEntrySatisfying("", share -> assertThat(share).isLessThan(0.02));
    }
}
