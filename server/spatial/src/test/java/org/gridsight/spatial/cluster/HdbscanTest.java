package org.gridsight.spatial.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** HDBSCAN's tree and clusters on every small set against the definition, and what must not matter does not. */
class HdbscanTest {

    private final ExecutorService pool = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void buildsTheShortestTreeOfAllPairs() {
        for (Clouds.Cloud cloud : Clouds.all(5)) {
            for (int minPoints : new int[] {2, 3, 5, 15, 300}) {
                PlainHdbscan plain = new PlainHdbscan(cloud, minPoints);
                StableClusters found = new Hdbscan(minPoints).clusters(cloud.points(), Run.alone());
                assertThat(found.treeWeight())
                        .as(cloud.name() + ", " + minPoints)
                        .isCloseTo(plain.weight, within(1e-9 * Math.max(1, plain.weight)));
            }
        }
    }

    @Test
    void keepsClustersThatLieWithinAComponentAndCutNone() {
        for (Clouds.Cloud cloud : Clouds.all(6)) {
            for (int minPoints : new int[] {3, 6}) {
                StableClusters found = new Hdbscan(minPoints).clusters(cloud.points(), Run.alone());
                if (cloud.size() > 120 || found.clusters() == 0) {
                    continue;
                }
                PlainHdbscan plain = new PlainHdbscan(cloud, minPoints);
                for (List<Integer> cluster : clusters(found)) {
                    assertThat(cluster.size()).as(cloud.name()).isGreaterThanOrEqualTo(minPoints);
                    assertThat(cluster.size()).as(cloud.name()).isLessThan(cloud.size());
                    assertThat(fitsSomeHeight(plain, cluster)).as(cloud.name()).isTrue();
                }
            }
        }
    }

    /** At some height the cluster lies within one component and cuts none that held together below it. */
    private static boolean fitsSomeHeight(PlainHdbscan plain, List<Integer> cluster) {
        Set<Integer> members = new HashSet<>(cluster);
        for (double height : plain.heights()) {
            boolean cuts = plain.components(height, 1).stream()
                    .anyMatch(below -> !members.containsAll(below) && !Collections.disjoint(members, below));
            if (!cuts) {
                return plain.components(Math.nextUp(height), 1).stream()
                        .anyMatch(component -> component.containsAll(cluster));
            }
        }
        return false;
    }

    private static List<List<Integer>> clusters(StableClusters found) {
        List<List<Integer>> clusters = new ArrayList<>();
        for (int head = 0; head < found.size(); head++) {
            List<Integer> members = new ArrayList<>();
            for (int i = 0; i < found.size(); i++) {
                if (found.label(i) == head + 1) {
                    members.add(i);
                }
            }
            if (!members.isEmpty()) {
                assertThat(members.get(0)).isEqualTo(head);
                clusters.add(members);
            }
        }
        return clusters;
    }

    @Test
    void findsGroupsOfDifferentDensity() {
        Random random = new Random(9);
        double[] x = new double[700];
        double[] y = new double[700];
        for (int i = 0; i < 700; i++) {
            double[] centre = i < 200 ? new double[] {0, 0, 5} : new double[] {400, 300, 60};
            boolean noise = i >= 600;
            x[i] = noise ? random.nextDouble() * 3_000 - 1_500 : centre[0] + centre[2] * random.nextGaussian();
            y[i] = noise ? random.nextDouble() * 3_000 - 1_500 : centre[1] + centre[2] * random.nextGaussian();
        }
        StableClusters found = new Hdbscan(25).clusters(PlanarPoints.of(x, y), Run.alone());
        assertThat(found.clusters()).isEqualTo(2);
        assertThat(found.label(0)).isEqualTo(found.label(199)).isNotEqualTo(found.label(200));
        assertThat(found.noise()).isBetween(80, 150);
        double inside = 0;
        double outside = 0;
        for (int i = 0; i < 700; i++) {
            assertThat(found.probability(i)).isBetween(0.0, 1.0);
            assertThat(found.outlier(i)).isBetween(0.0, 1.0);
            inside += i < 600 ? found.outlier(i) / 600 : 0;
            outside += i < 600 ? 0 : found.outlier(i) / 100;
        }
        assertThat(outside).isGreaterThan(inside + 0.3);
    }

    @Test
    void doesNotCareWhereThePointsLieOrInWhichOrder() {
        Random random = new Random(10);
        for (Clouds.Cloud cloud : Clouds.all(7)) {
            if (cloud.name().startsWith("far")) {
                continue;
            }
            int[] order = Clouds.shuffled(cloud.size(), random);
            StableClusters plain = new Hdbscan(4).clusters(cloud.points(), Run.alone());
            StableClusters moved =
                    new Hdbscan(4).clusters(cloud.moved(40_500_000, -4_000_000).points(), Run.alone());
            same(cloud.name(), moved, plain);
            StableClusters arranged =
                    new Hdbscan(4).clusters(cloud.arranged(order).points(), Run.alone());
            assertThat(arranged.clusters()).as(cloud.name()).isEqualTo(plain.clusters());
            for (int i = 0; i < order.length; i++) {
                assertThat(arranged.probability(i)).as(cloud.name()).isEqualTo(plain.probability(order[i]));
                assertThat(arranged.outlier(i)).as(cloud.name()).isEqualTo(plain.outlier(order[i]));
                int label = arranged.label(i);
                int inPlain = label == 0 ? 0 : plain.label(order[label - 1]);
                assertThat(inPlain).as(cloud.name()).isEqualTo(plain.label(order[i]));
            }
        }
    }

    @Test
    void answersTheSameOnAnyNumberOfThreads() {
        PlanarPoints points = SyntheticCity.first(40_000);
        StableClusters alone = new Hdbscan(10).clusters(points, Run.alone());
        assertThat(alone.clusters()).isGreaterThan(50);
        for (int threads = 2; threads <= 3; threads++) {
            same(threads + " threads", new Hdbscan(10).clusters(points, Run.on(pool, threads, share -> {})), alone);
        }
    }

    private static void same(String name, StableClusters found, StableClusters expected) {
        assertThat(found.treeWeight()).as(name).isEqualTo(expected.treeWeight());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.label(i)).as(name).isEqualTo(expected.label(i));
            assertThat(found.probability(i)).as(name).isEqualTo(expected.probability(i));
            assertThat(found.outlier(i)).as(name).isEqualTo(expected.outlier(i));
        }
    }

    @Test
    void prefersTheClusterAroundCrowdedPlacesToThePlaces() {
        PlanarPoints city = SyntheticCity.first(60_000);
        double[] x = city.xs();
        double[] y = city.ys();
        for (int i = 0; i < 36_000; i++) {
            x[i] = 100 + i % 2;
            y[i] = 100;
        }
        StableClusters found = new Hdbscan(15).clusters(PlanarPoints.of(x, y), Run.alone());
        assertThat(found.label(0)).isEqualTo(1);
        assertThat(found.label(35_998)).isEqualTo(1);
        assertThat(found.label(1)).isEqualTo(1);
        assertThat(found.label(35_999)).isEqualTo(1);
    }

    @Test
    void callsEverythingNoiseWithoutStructure() {
        double[] same = new double[500];
        StableClusters equal = new Hdbscan(15).clusters(PlanarPoints.of(same, same), Run.alone());
        assertThat(equal.clusters()).isZero();
        assertThat(equal.noise()).isEqualTo(500);
        assertThat(equal.treeWeight()).isZero();
        StableClusters few =
                new Hdbscan(15).clusters(PlanarPoints.of(new double[] {0, 1, 5}, new double[] {0, 0, 0}), Run.alone());
        assertThat(few.noise()).isEqualTo(3);
        assertThat(few.treeWeight()).isEqualTo(10);
        assertThat(new Hdbscan(15)
                        .clusters(PlanarPoints.of(new double[0], new double[0]), Run.alone())
                        .size())
                .isZero();
    }

    @Test
    void endsWhenCalledOff() {
        PlanarPoints points = SyntheticCity.first(20_000);
        Run[] run = new Run[1];
        run[0] = Run.on(pool, 2, share -> {
            if (share >= 0.3) {
                run[0].cancel();
            }
        });
        assertThatThrownBy(() -> new Hdbscan(10).clusters(points, run[0])).isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesClustersOfOne() {
        assertThatThrownBy(() -> new Hdbscan(1)).hasMessageContaining("minPoints is 1, it must be at least 2");
    }
}
