package org.gridsight.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.gridsight.gisdata.demo.DemoIncident;
import org.gridsight.gisdata.demo.DemoNaturalVillage;
import org.gridsight.gisdata.demo.DemoTownship;
import org.gridsight.roads.Road;
import org.gridsight.roads.RoadNetwork;
import org.gridsight.roads.TravelMode;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.deploy.DispatchPlan;
import org.gridsight.spatial.deploy.DispatchProblem;
import org.gridsight.spatial.deploy.DispatchProblem.Task;
import org.gridsight.spatial.deploy.DispatchProblem.Worker;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/**
 * Many open tasks at once in the demo township: the best plan against the plan of a person who serves the most urgent
 * first, each by whoever is there first. Places are those of past cases, workers stand in natural villages, the way is
 * by road on a motorbike. Study by hand: run {@code main} from the test class path.
 */
final class BulkDispatch {

    private static final int HANDLING_SECONDS = 1_800;
    private static final int LIMIT_SECONDS = 4 * 3_600;
    private static final int TOWNS = 5;
    private static final int ROUNDS = 20;
    /** Red, yellow, blue and plain cases, as often as they are met. */
    private static final int[] WEIGHTS = {9, 4, 4, 2, 2, 2, 1, 1, 1, 1};

    private final List<LngLat> cases;
    private final List<LngLat> posts;
    private final RoadNetwork roads;

    private BulkDispatch(long seed, Path folder) throws IOException {
        DemoTownship town = new DemoTownship(seed, Instant.parse("2025-01-01T00:00:00Z"));
        cases = town.incidents().stream()
                .map(DemoIncident::place)
                .map(place -> placeOf(place.at()))
                .toList();
        posts = town.naturalVillages().stream()
                .map(DemoNaturalVillage::at)
                .map(BulkDispatch::placeOf)
                .toList();
        roads = RoadNetwork.ofLayer(
                town.roads().stream()
                        .map(road -> new Road(
                                Arrays.stream(road.line().getCoordinates())
                                        .map(BulkDispatch::placeOf)
                                        .toList(),
                                road.roadClass().equals("main")))
                        .toList(),
                folder);
    }

    public static void main(String[] none) throws IOException {
        List<BulkDispatch> towns = new ArrayList<>();
        for (long seed = 1; seed <= TOWNS; seed++) {
            towns.add(new BulkDispatch(seed, Files.createTempDirectory("bulk-dispatch")));
        }
        for (int[] size : new int[][] {{5, 20, 1}, {20, 20, 1}, {40, 43, 1}, {40, 20, 3}, {120, 43, 3}}) {
            measure(towns, size[0], size[1], size[2]);
        }
        towns.forEach(town -> town.roads.close());
    }

    private static void measure(List<BulkDispatch> towns, int tasks, int workers, int capacity) {
        double best = 0;
        double greedy = 0;
        double gain = 0;
        long left = 0;
        double slowest = 0;
        int rounds = 0;
        for (BulkDispatch town : towns) {
            for (int round = 0; round < ROUNDS; round++) {
                DispatchProblem problem = town.problem(new Random(round), tasks, workers, capacity);
                long start = System.nanoTime();
                DispatchPlan plan = problem.solve();
                slowest = Math.max(slowest, (System.nanoTime() - start) / 1e6);
                DispatchPlan person = problem.greedy();
                best += plan.weightedSeconds();
                greedy += person.weightedSeconds();
                left += plan.left().size() - person.left().size();
                gain = Math.max(gain, 1 - (double) plan.weightedSeconds() / person.weightedSeconds());
                rounds++;
            }
        }
        String on = String.format(Locale.ROOT, "%d tasks, %d workers, up to %d each", tasks, workers, capacity);
        String result = String.format(
                Locale.ROOT,
                "weighted response %.1f %% below greedy (%.1f %% in the best of %d rounds), %+d tasks left; "
                        + "slowest %.1f ms",
                100 * (1 - best / greedy),
                100 * gain,
                rounds,
                left,
                slowest);
        Row.print(BulkDispatch.class, on, result, "not worse than greedy");
    }

    private DispatchProblem problem(Random random, int tasks, int workers, int capacity) {
        List<LngLat> stand = draw(posts, random, workers);
        List<LngLat> wanted = draw(cases, random, tasks);
        List<Task> open = new ArrayList<>();
        int[][] travel = new int[tasks][workers];
        for (int task = 0; task < tasks; task++) {
            open.add(new Task("t" + task, WEIGHTS[random.nextInt(WEIGHTS.length)], LIMIT_SECONDS));
            for (int worker = 0; worker < workers; worker++) {
                travel[task][worker] = roads.trip(stand.get(worker), wanted.get(task), TravelMode.MOTORBIKE)
                        .map(trip -> (int) Math.round(trip.seconds()))
                        .orElse(DispatchProblem.NO_WAY);
            }
        }
        List<Worker> people = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            people.add(new Worker("w" + worker, capacity));
        }
        return new DispatchProblem(open, people, travel, HANDLING_SECONDS);
    }

    private static List<LngLat> draw(List<LngLat> from, Random random, int count) {
        return random.ints(count, 0, from.size()).mapToObj(from::get).toList();
    }

    private static LngLat placeOf(Point point) {
        return placeOf(point.getCoordinate());
    }

    private static LngLat placeOf(Coordinate at) {
        return new LngLat(at.x, at.y);
    }
}
