package org.gridsight.spatial.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.data.Percentage;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.SharedData;
import org.gridsight.spatial.UnusableInput;
import org.junit.jupiter.api.Test;

/** The density is the direct sum, everywhere, even where it is almost nothing. */
class KernelDensityTest {

    private static final Percentage ALLOWED = Percentage.withPercentage(100 * KernelDensity.PRECISION);

    @Test
    void agreesWithTheReference() {
        List<String[]> rows = SharedData.rows("points/memphis_robberies_2019.csv.gz");
        KernelDensity density = new KernelDensity(
                PlanarPoints.of(
                        rows.stream()
                                .mapToDouble(row -> Double.parseDouble(row[6]))
                                .toArray(),
                        rows.stream()
                                .mapToDouble(row -> Double.parseDouble(row[7]))
                                .toArray()),
                500);
        for (String[] node : SharedData.rows("oracles/kde_gauss_memphis_sigma500.csv.gz")) {
            assertThat(density.at(Double.parseDouble(node[0]), Double.parseDouble(node[1])))
                    .isCloseTo(Double.parseDouble(node[2]), ALLOWED);
        }
    }

    @Test
    void agreesWithTheDirectSumEverywhere() {
        Random random = new Random(31);
        for (int round = 0; round < 25; round++) {
            int n = 1 + random.nextInt(300);
            double extent = Math.pow(10, 1 + random.nextDouble() * 3);
            PlanarPoints points = PlanarPoints.of(
                    random.doubles(n).map(v -> v * v * v * extent).toArray(),
                    random.doubles(n).map(v -> v * extent - 5_000).toArray());
            double sigma = extent * (0.01 + random.nextDouble());
            SquareCells cells = SquareCells.covering(points, extent / (5 + random.nextInt(60)));
            double[] density = new KernelDensity(points, sigma).on(cells, Run.alone());
            for (int cell = 0; cell < density.length; cell++) {
                double direct = direct(points, sigma, cells.centreX(cell), cells.centreY(cell));
                if (direct > Double.MIN_NORMAL) {
                    assertThat(density[cell]).isCloseTo(direct, ALLOWED);
                } else {
                    assertThat(density[cell]).isCloseTo(0, within(Double.MIN_NORMAL));
                }
            }
        }
    }

    private static double direct(PlanarPoints points, double sigma, double x, double y) {
        double sum = 0;
        for (int i = 0; i < points.size(); i++) {
            double square = Math.pow(points.x(i) - x, 2) + Math.pow(points.y(i) - y, 2);
            sum += Math.exp(-square / (2 * sigma * sigma));
        }
        return sum / (2 * Math.PI * sigma * sigma);
    }

    @Test
    void threadsDoNotChangeABit() {
        Random random = new Random(32);
        PlanarPoints points = PlanarPoints.of(
                random.doubles(2_000).map(v -> v * 20_000).toArray(),
                random.doubles(2_000).map(v -> v * 20_000).toArray());
        SquareCells cells = SquareCells.covering(points, 50);
        KernelDensity density = new KernelDensity(points, 300);
        double[] alone = density.on(cells, Run.alone());
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            assertThat(density.on(cells, Run.on(pool, 3, share -> {}))).isEqualTo(alone);
        } finally {
            pool.shutdownNow();
        }
        double mass = 0;
        for (double one : alone) {
            mass += one * 50 * 50;
        }
        // what lies beyond the border is missing
        assertThat(mass).isBetween(1_900.0, 2_000.0);
    }

    @Test
    void answersSmallCasesAndRefusesBadOnes() {
        PlanarPoints none = PlanarPoints.of(new double[0], new double[0]);
        assertThat(new KernelDensity(none, 5).at(0, 0)).isZero();
        assertThat(new KernelDensity(none, 5).on(SquareCells.covering(none, 10), Run.alone()))
                .isEmpty();
        PlanarPoints one = PlanarPoints.of(new double[] {7}, new double[] {7});
        assertThat(new KernelDensity(one, 1e-3).at(7, 7)).isCloseTo(1e6 / (2 * Math.PI), ALLOWED);
        assertThat(new KernelDensity(one, 1e-3).at(8, 7)).isZero();
        for (double sigma : new double[] {0, -1, 1e-200, 1e200, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new KernelDensity(one, sigma)).isInstanceOf(UnusableInput.class);
        }
    }
}
