package org.gridsight.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridsight.spatial.LngLat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks small enough to know every answer, and a random one against plain Dijkstra. */
class RoadNetworkTest {

    private static final LngLat TOWN = new LngLat(117.9, 35.8);

    @TempDir
    Path folder;

    @Test
    void followsTheRoadAndNotTheCrow() throws IOException {
        LngLat corner = TOWN.moved(90, 5000);
        LngLat end = corner.moved(0, 5000);
        try (RoadNetwork network = layer(road(TOWN, corner, end))) {
            Trip trip = network.trip(TOWN, end, TravelMode.CAR).orElseThrow();
            assertThat(trip.metres()).isCloseTo(10_000, within(30.0));
            assertThat(trip.walkedMetres()).isLessThan(5);
        }
    }

    @Test
    void isSlowerOnFootThanByMotorbikeThanByCarOnAThroughRoad() throws IOException {
        LngLat end = TOWN.moved(90, 6000);
        try (RoadNetwork network = layer(road(TOWN, end))) {
            double foot = seconds(network, TOWN, end, TravelMode.FOOT);
            double motorbike = seconds(network, TOWN, end, TravelMode.MOTORBIKE);
            double car = seconds(network, TOWN, end, TravelMode.CAR);
            assertThat(foot).isGreaterThan(3 * motorbike);
            assertThat(motorbike).isGreaterThan(car);
            assertThat(car).as("6 km at 30 to 80 km/h").isBetween(270.0, 720.0);
        }
    }

    @Test
    void joinsRoadsThatCrossWithoutACommonVertex() throws IOException {
        LngLat west = TOWN.moved(270, 3000);
        LngLat north = TOWN.moved(0, 3000);
        try (RoadNetwork network = layer(road(west, TOWN.moved(90, 3000)), road(north, TOWN.moved(180, 3000)))) {
            Trip trip = network.trip(west, north, TravelMode.CAR).orElseThrow();
            assertThat(trip.metres()).isCloseTo(6000, within(30.0));
        }
    }

    @Test
    void answersThatThereIsNoWayBetweenIslands() throws IOException {
        LngLat island = TOWN.moved(90, 30_000);
        try (RoadNetwork network = layer(road(TOWN, TOWN.moved(0, 3000)), road(island, island.moved(0, 3000)))) {
            assertThat(network.trip(TOWN, island, TravelMode.CAR)).isEmpty();
        }
    }

    @Test
    void walksToTheRoadAndFromIt() throws IOException {
        LngLat end = TOWN.moved(90, 8000);
        try (RoadNetwork network = layer(road(TOWN, end))) {
            Trip trip = network.trip(TOWN.moved(0, 400), end.moved(180, 300), TravelMode.CAR)
                    .orElseThrow();
            assertThat(trip.walkedMetres()).isCloseTo(1.3 * 700, within(10.0));
            assertThat(trip.metres()).isCloseTo(8000 + 1.3 * 700, within(30.0));
            assertThat(network.trip(TOWN, end.moved(0, 2500), TravelMode.CAR))
                    .as("too far from any road")
                    .isEmpty();
        }
    }

    @Test
    void walksAcrossWhenThatIsQuickerThanAnyRoad() throws IOException {
        LngLat other = TOWN.moved(0, 200);
        LngLat far = TOWN.moved(90, 9000);
        try (RoadNetwork network = layer(road(TOWN, far, far.moved(0, 200), other))) {
            Trip trip = network.trip(TOWN, other, TravelMode.CAR).orElseThrow();
            assertThat(trip.metres()).isCloseTo(260, within(3.0));
            assertThat(trip.walkedMetres()).isEqualTo(trip.metres());
        }
    }

    @Test
    void opensAgainFromItsFolderWithTheSameAnswers() throws IOException {
        RandomTown town = new RandomTown(4);
        double before;
        try (RoadNetwork network = RoadNetwork.ofLayer(town.roads, folder)) {
            before = seconds(network, town.place(0, 0), town.place(5, 5), TravelMode.CAR);
        }
        try (RoadNetwork network = RoadNetwork.ofLayer(town.roads, folder)) {
            assertThat(seconds(network, town.place(0, 0), town.place(5, 5), TravelMode.CAR))
                    .isEqualTo(before);
        }
    }

    @Test
    void findsTheQuickestWayAsPlainDijkstraDoes() throws IOException {
        for (int seed = 0; seed < 3; seed++) {
            RandomTown town = new RandomTown(seed);
            try (RoadNetwork network = RoadNetwork.ofLayer(town.roads, folder.resolve("town" + seed))) {
                double mainSpeed = speedOn(true, seed);
                double laneSpeed = speedOn(false, seed);
                Random random = new Random(seed);
                for (int i = 0; i < 60; i++) {
                    int[] ends = random.ints(4, 0, RandomTown.SIDE).toArray();
                    double expected = town.seconds(ends[0], ends[1], ends[2], ends[3], mainSpeed, laneSpeed);
                    LngLat from = town.place(ends[0], ends[1]);
                    LngLat to = town.place(ends[2], ends[3]);
                    double walk = 1.3 * from.metresTo(to);
                    assertThat(seconds(network, from, to, TravelMode.CAR))
                            .as("seed %d, %s to %s", seed, from, to)
                            .isCloseTo(Math.min(expected, walk <= 2000 ? walk : expected), within(0.02 * expected + 2));
                }
            }
        }
    }

    /** Metres a second on one long road of a kind, as the network itself tells. */
    private double speedOn(boolean main, int seed) throws IOException {
        LngLat end = TOWN.moved(90, 20_000);
        Path own = folder.resolve("speed" + main + seed);
        try (RoadNetwork network = RoadNetwork.ofLayer(List.of(new Road(List.of(TOWN, end), main)), own)) {
            return 20_000 / seconds(network, TOWN, end, TravelMode.CAR);
        }
    }

    @Test
    void refusesWhatIsNoRoadData() throws IOException {
        Path text = Files.writeString(folder.resolve("words.osm.pbf"), "no map at all");
        assertThatThrownBy(() -> RoadNetwork.ofExtract(text, folder.resolve("a")))
                .isInstanceOfSatisfying(
                        UnusableRoads.class, e -> assertThat(e.fault()).isEqualTo(UnusableRoads.Fault.NOT_OSM));
        assertThatThrownBy(() -> RoadNetwork.ofExtract(folder.resolve("absent.osm.pbf"), folder.resolve("b")))
                .isInstanceOfSatisfying(
                        UnusableRoads.class, e -> assertThat(e.fault()).isEqualTo(UnusableRoads.Fault.NO_FILE));
        assertThatThrownBy(() -> RoadNetwork.ofLayer(List.of(), folder.resolve("c")))
                .isInstanceOfSatisfying(
                        UnusableRoads.class, e -> assertThat(e.fault()).isEqualTo(UnusableRoads.Fault.NO_ROAD));
        Path empty = Files.writeString(folder.resolve("empty.osm"), "<osm version=\"0.6\"></osm>");
        assertThatThrownBy(() -> RoadNetwork.ofExtract(empty, folder.resolve("d")))
                .isInstanceOf(UnusableRoads.class);
    }

    private RoadNetwork layer(Road... roads) throws IOException {
        return RoadNetwork.ofLayer(List.of(roads), folder);
    }

    private static Road road(LngLat... course) {
        return new Road(List.of(course), true);
    }

    private static double seconds(RoadNetwork network, LngLat from, LngLat to, TravelMode mode) {
        return network.trip(from, to, mode).orElseThrow().seconds();
    }

    /** A lattice with uneven sides, some of them main roads, some missing. */
    private static final class RandomTown {

        static final int SIDE = 8;

        final List<Road> roads = new ArrayList<>();
        private final LngLat[][] places = new LngLat[SIDE][SIDE];
        private final List<int[]> links = new ArrayList<>();

        RandomTown(int seed) {
            Random random = new Random(seed);
            for (int x = 0; x < SIDE; x++) {
                for (int y = 0; y < SIDE; y++) {
                    places[x][y] = TOWN.moved(90, 1000 * x + 300 * random.nextDouble())
                            .moved(0, 1000 * y + 300 * random.nextDouble());
                }
            }
            for (int x = 0; x < SIDE; x++) {
                for (int y = 0; y < SIDE; y++) {
                    link(random, x, y, x + 1, y);
                    link(random, x, y, x, y + 1);
                }
            }
        }

        private void link(Random random, int x, int y, int toX, int toY) {
            boolean edge = x == 0 && toX == 0 || y == 0 && toY == 0;
            if (toX < SIDE && toY < SIDE && (edge || random.nextInt(6) > 0)) {
                boolean main = random.nextInt(3) == 0;
                links.add(new int[] {x * SIDE + y, toX * SIDE + toY, main ? 1 : 0});
                roads.add(new Road(List.of(place(x, y), place(toX, toY)), main));
            }
        }

        LngLat place(int x, int y) {
            return places[x][y];
        }

        double seconds(int x, int y, int toX, int toY, double mainSpeed, double laneSpeed) {
            double[] best = new double[SIDE * SIDE];
            java.util.Arrays.fill(best, Double.POSITIVE_INFINITY);
            best[x * SIDE + y] = 0;
            for (int round = 0; round < best.length; round++) {
                for (int[] link : links) {
                    double metres = at(link[0]).metresTo(at(link[1]));
                    double cost = metres / (link[2] == 1 ? mainSpeed : laneSpeed);
                    best[link[0]] = Math.min(best[link[0]], best[link[1]] + cost);
                    best[link[1]] = Math.min(best[link[1]], best[link[0]] + cost);
                }
            }
            return best[toX * SIDE + toY];
        }

        private LngLat at(int node) {
            return places[node / SIDE][node % SIDE];
        }
    }
}
