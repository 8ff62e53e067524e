package org.gridsight.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.gridsight.spatial.LngLat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real extract, Andorra, when the evaluation data lies beside the repository. */
class ExtractTest {

    private static final String ANDORRA = "shared/data/osm/andorra.osm.pbf";

    @TempDir
    Path folder;

    @Test
    void travelsThroughAndorra() {
        Optional<Path> extract = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(place -> place.resolve(ANDORRA))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(extract.isPresent(), "no evaluation data beside the repository");
        try (RoadNetwork network = RoadNetwork.ofExtract(extract.get(), folder)) {
            LngLat capital = new LngLat(1.5218, 42.5063);
            LngLat encamp = new LngLat(1.5801, 42.5361);
            Trip drive = network.trip(capital, encamp, TravelMode.CAR).orElseThrow();
            assertThat(drive.metres()).isBetween(capital.metresTo(encamp), 12_000.0);
            assertThat(drive.seconds()).isBetween(300.0, 1500.0);
            assertThat(network.trip(capital, new LngLat(2.5, 41.0), TravelMode.CAR))
                    .as("far outside the extract")
                    .isEmpty();
            assertThat(shareWithoutWay(network)).isBetween(0.03, 0.9);
        }
    }

    /** Of random pairs in the box; much of it is mountains without any road. */
    private static double shareWithoutWay(RoadNetwork network) {
        Random random = new Random(1);
        int none = 0;
        int pairs = 300;
        for (int i = 0; i < pairs; i++) {
            LngLat from = somewhere(random);
            LngLat to = somewhere(random);
            Optional<Trip> trip = network.trip(from, to, TravelMode.FOOT);
            none += trip.isEmpty() ? 1 : 0;
            trip.ifPresent(found -> assertThat(found.metres()).isGreaterThanOrEqualTo(0.98 * from.metresTo(to)));
        }
        return (double) none / pairs;
    }

    private static LngLat somewhere(Random random) {
        return new LngLat(1.42 + 0.35 * random.nextDouble(), 42.43 + 0.2 * random.nextDouble());
    }
}
