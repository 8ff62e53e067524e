package org.gridsight.spatial.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.junit.jupiter.api.Test;

/** ST-DBSCAN agrees with its brute-force twin in space and time. */
class StDbscanTest {

    @Test
    void agreesWithLookingAtEveryPair() {
        Random random = new Random(3);
        for (Clouds.Cloud cloud : Clouds.all(3)) {
            double[] days = new double[cloud.size()];
            for (int i = 0; i < days.length; i++) {
                days[i] = 17_000 + random.nextInt(80) / 4.0;
            }
            for (double eps : new double[] {1, 5, 12.5, 1e4}) {
                for (double gap : new double[] {0, 0.25, 3, 100}) {
                    for (int minPoints : new int[] {1, 3, 9, 40}) {
                        PlainDbscan plain = new PlainDbscan(cloud, days, eps, gap, minPoints);
                        String name = cloud.name() + ", " + eps + " m, " + gap + " d, " + minPoints;
                        DensityClusters found =
                                new StDbscan(eps, gap, minPoints).clusters(cloud.points(), seconds(days), Run.alone());
                        assertThat(DbscanTest.labels(found)).as(name).isEqualTo(plain.labels);
                        assertThat(DbscanTest.cores(found)).as(name).isEqualTo(plain.core);
                    }
                }
            }
        }
    }

    @Test
    void tellsWeeksApartThatShareAPlace() {
        double[] x = new double[400];
        double[] days = new double[400];
        for (int i = 0; i < 400; i++) {
            x[i] = i % 20;
            days[i] = i < 200 ? i % 7 : 30 + i % 7;
        }
        PlanarPoints points = PlanarPoints.of(x, new double[400]);
        DensityClusters found = new StDbscan(50, 3, 10).clusters(points, seconds(days), Run.alone());
        assertThat(found.clusters()).isEqualTo(2);
        assertThat(found.label(0)).isEqualTo(1);
        assertThat(found.label(399)).isEqualTo(201);
    }

    @Test
    void countsTimesExactlyTheGapApart() {
        double[] x = {0, 1, 2};
        long start = 1_546_300_800;
        long[] seconds = {start, start + 7 * 86_400, start + 14 * 86_400 + 1};
        DensityClusters found = new StDbscan(5, 7, 2).clusters(PlanarPoints.of(x, new double[3]), seconds, Run.alone());
        assertThat(DbscanTest.labels(found)).containsExactly(1, 1, 0);
    }

    @Test
    void refusesMissingTimesAndAGapThatMeansNothing() {
        PlanarPoints points = PlanarPoints.of(new double[2], new double[2]);
        assertThatThrownBy(() -> new StDbscan(5, 1, 2).clusters(points, new long[1], Run.alone()))
                .hasMessageContaining("2 points but 1 times");
        for (double gap : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new StDbscan(5, gap, 2)).hasMessageContaining("epsDays is " + gap);
        }
    }

    private static long[] seconds(double[] days) {
        return Arrays.stream(days).mapToLong(day -> (long) (day * 86_400)).toArray();
    }
}
