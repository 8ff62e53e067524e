package org.gridsight.spatial.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** DBSCAN agrees with its brute-force twin on every small set, and does not care about order, place or threads. */
class DbscanTest {

    private static final double[] EPS = {0.5, 1, 3, 5, 12.5, 1e4};
    private static final int[] MIN_POINTS = {1, 2, 4, 10, 70};

    private final ExecutorService pool = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void agreesWithLookingAtEveryPair() {
        for (Clouds.Cloud cloud : Clouds.all(1)) {
            for (double eps : EPS) {
                for (int minPoints : MIN_POINTS) {
                    PlainDbscan plain = new PlainDbscan(cloud, new double[cloud.size()], eps, 0, minPoints);
                    String name = cloud.name() + ", eps " + eps + ", " + minPoints;
                    DensityClusters found = new Dbscan(eps, minPoints).clusters(cloud.points(), Run.alone());
                    assertThat(labels(found)).as(name).isEqualTo(plain.labels);
                    assertThat(cores(found)).as(name).isEqualTo(plain.core);
                }
            }
        }
    }

    @Test
    void doesNotCareWhereThePointsLieOrInWhichOrder() {
        Random random = new Random(2);
        for (Clouds.Cloud cloud : Clouds.all(2)) {
            if (cloud.name().startsWith("far")) {
                continue;
            }
            int[] order = Clouds.shuffled(cloud.size(), random);
            DensityClusters plain = new Dbscan(3, 4).clusters(cloud.points(), Run.alone());
            DensityClusters moved = new Dbscan(3, 4)
                    .clusters(cloud.moved(40_500_000, -4_000_000).points(), Run.alone());
            DensityClusters arranged =
                    new Dbscan(3, 4).clusters(cloud.arranged(order).points(), Run.alone());
            assertThat(labels(moved)).as(cloud.name()).isEqualTo(labels(plain));
            assertThat(arranged.clusters()).as(cloud.name()).isEqualTo(plain.clusters());
            for (int i = 0; i < order.length; i++) {
                assertThat(arranged.isCore(i)).as(cloud.name()).isEqualTo(plain.isCore(order[i]));
                int label = arranged.label(i);
                int inPlain = label == 0 ? 0 : plain.label(order[label - 1]);
                assertThat(inPlain).as(cloud.name()).isEqualTo(plain.label(order[i]));
            }
        }
    }

    @Test
    void answersTheSameOnAnyNumberOfThreads() {
        PlanarPoints points = SyntheticCity.first(40_000);
        DensityClusters alone = new Dbscan(40, 10).clusters(points, Run.alone());
        for (int threads = 2; threads <= 3; threads++) {
            DensityClusters shared = new Dbscan(40, 10).clusters(points, Run.on(pool, threads, share -> {}));
            assertThat(labels(shared)).isEqualTo(labels(alone));
            assertThat(cores(shared)).isEqualTo(cores(alone));
        }
    }

    @Test
    void separatesTwoWallsThatNearlyTouch() {
        // in neighbouring cells, each point of one wall just too far from all of the other: 10 ^ 10 pairs
        int half = 100_000;
        double[] x = new double[2 * half];
        double[] y = new double[2 * half];
        for (int i = 0; i < half; i++) {
            y[i] = 500.0 * i / half;
            x[half + i] = 1_000.001;
            y[half + i] = y[i];
        }
        assertThat(new Dbscan(1_000, 10)
                        .clusters(PlanarPoints.of(x, y), Run.alone())
                        .clusters())
                .isEqualTo(2);
        x[half] = 1_000;
        assertThat(new Dbscan(1_000, 10)
                        .clusters(PlanarPoints.of(x, y), Run.alone())
                        .clusters())
                .isEqualTo(1);
    }

    @Test
    void takesManyDuplicatesAndAHugeRadius() {
        PlanarPoints city = SyntheticCity.first(100_000);
        double[] x = city.xs();
        double[] y = city.ys();
        for (int i = 0; i < 60_000; i++) {
            x[i] = i % 3;
            y[i] = 0;
        }
        PlanarPoints points = PlanarPoints.of(x, y);
        DensityClusters everything = new Dbscan(60_000, 10).clusters(points, Run.alone());
        assertThat(everything.clusters()).isEqualTo(1);
        assertThat(everything.noise()).isZero();
        DensityClusters near = new Dbscan(25, 10).clusters(points, Run.alone());
        assertThat(near.label(0)).isEqualTo(1);
        assertThat(near.label(59_999)).isEqualTo(1);
    }

    @Test
    void endsWhenCalledOff() {
        PlanarPoints points = SyntheticCity.first(20_000);
        Run[] run = new Run[1];
        run[0] = Run.on(pool, 2, share -> {
            if (share >= 0.6) {
                run[0].cancel();
            }
        });
        assertThatThrownBy(() -> new Dbscan(100, 10).clusters(points, run[0]))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesParametersThatMeanNothing() {
        for (double eps : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Dbscan(eps, 5))
                    .isInstanceOf(UnusableInput.class)
                    .hasMessageContaining("eps is " + eps);
        }
        PlanarPoints wide = PlanarPoints.of(new double[] {-9e7, 9e7}, new double[2]);
        assertThatThrownBy(() -> new Dbscan(0.2, 5).clusters(wide, Run.alone()))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("too small for points that spread over 1.8E8 m");
        assertThatThrownBy(() -> new Dbscan(5, 0)).hasMessageContaining("minPoints is 0");
    }

    static int[] labels(DensityClusters clusters) {
        int[] labels = new int[clusters.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = clusters.label(i);
        }
        return labels;
    }

    static boolean[] cores(DensityClusters clusters) {
        boolean[] cores = new boolean[clusters.size()];
        for (int i = 0; i < cores.length; i++) {
            cores[i] = clusters.isCore(i);
        }
        return cores;
    }
}
