package org.gridsight.spatial.hotspot.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.scan.Cylinders.Windows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where time and place have nothing to do with each other, alarms come at the stated rate: busy places, busy days or not. */
class FalseAlarmTest {

    private static final int TOWNS = 200;

    @ParameterizedTest
    @CsvSource({"RETROSPECTIVE, false", "PROSPECTIVE, false", "RETROSPECTIVE, true"})
    void keepsTheStatedRate(Windows windows, boolean curved) {
        int alarms = 0;
        for (int seed = 0; seed < TOWNS; seed++) {
            DatedPoints cases = town(new Random(seed));
            SpaceTimeScan scan = new SpaceTimeScan(cases, new Cylinders(200, 600, 7, windows));
            if (curved) {
                double[] flat = IntStream.range(0, cases.period().length())
                        .mapToDouble(i -> 1)
                        .toArray();
                scan = scan.expecting(DayCurve.of(cases.period(), flat));
            }
            ScanResult result = scan.result(new Replicas(99, seed, 10), Run.alone());
            boolean alarm = !result.clusters().isEmpty()
                    && result.clusters().get(0).proof().p() <= 0.05;
            alarms += alarm ? 1 : 0;
        }
        // 200 x .05 = 10, standard deviation 3.1: bounds of four of them; the early stop rounds to the cautious side
        assertThat(alarms).isBetween(1, 22);
    }

    /** 80 cases in 60 days: places and days of very different busyness, a storm among them, but independent. */
    private static DatedPoints town(Random random) {
        int n = 80;
        double[] x = new double[n];
        double[] y = new double[n];
        int[] days = new int[n];
        for (int i = 0; i < n; i++) {
            x[i] = 1_000 + 500 * random.nextGaussian();
            y[i] = 1_000 + 500 * random.nextGaussian();
            days[i] = random.nextInt(5) == 0 ? 57 + random.nextInt(3) : random.nextInt(60);
        }
        return DatedPoints.of(PlanarPoints.of(x, y), days);
    }
}
