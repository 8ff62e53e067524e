package org.gridsight.spatial.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.SharedData;
import org.gridsight.spatial.UnusableInput;
import org.gridsight.spatial.hotspot.Knox.Interaction;
import org.junit.jupiter.api.Test;

/** Counts equal the reference and the plain double loop; p tells chance from repeats. */
class KnoxTest {

    @Test
    void countsAsTheReference() {
        List<String[]> rows = SharedData.rows("points/memphis_robberies_2019.csv.gz");
        int[] days = rows.stream()
                .mapToInt(row -> (int) LocalDate.parse(row[3].substring(0, 10)).toEpochDay())
                .toArray();
        PlanarPoints points = PlanarPoints.of(
                rows.stream().mapToDouble(row -> Double.parseDouble(row[6])).toArray(),
                rows.stream().mapToDouble(row -> Double.parseDouble(row[7])).toArray());
        for (String[] row : SharedData.rows("oracles/knox_memphis_robbery_2019.csv")) {
            Interaction found = new Knox(points, days, Double.parseDouble(row[1]), Integer.parseInt(row[2]))
                    .test(0, 1, Run.alone());
            assertThat(found.observed()).isEqualTo(Long.parseLong(row[3]));
            assertThat(found.nearInSpace()).isEqualTo(Long.parseLong(row[4]));
            assertThat(found.nearInTime()).isEqualTo(Long.parseLong(row[5]));
            assertThat(found.pairs()).isEqualTo(Long.parseLong(row[6]));
            assertThat(found.expected()).isCloseTo(Double.parseDouble(row[7]), within(1e-5));
            assertThat(found.ratio()).isCloseTo(Double.parseDouble(row[8]), within(1e-5));
        }
    }

    @Test
    void countsAsTheDoubleLoop() {
        Random random = new Random(21);
        for (int round = 0; round < 80; round++) {
            int n = random.nextInt(120);
            // on a lattice many pairs are exactly the distance apart, and many places repeat
            double step = random.nextBoolean() ? 50 : 1e-6;
            double[] x =
                    random.doubles(n).map(v -> Math.floor(v * 20) * step - 300).toArray();
            double[] y =
                    random.doubles(n).map(v -> Math.floor(v * 20) * step + 7e7).toArray();
            int[] days = random.ints(n, -40, 40).toArray();
            PlanarPoints points = PlanarPoints.of(x, y);
            double metres = (1 + random.nextInt(5)) * 50;
            int apart = random.nextInt(10);
            long[] counted = new long[3];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    boolean space = points.squaredDistance(i, j) <= metres * metres;
                    boolean time = Math.abs(days[i] - days[j]) <= apart;
                    counted[0] += space && time ? 1 : 0;
                    counted[1] += space ? 1 : 0;
                    counted[2] += time ? 1 : 0;
                }
            }
            Interaction found = new Knox(points, days, metres, apart).test(0, 1, Run.alone());
            assertThat(new long[] {found.observed(), found.nearInSpace(), found.nearInTime()})
                    .isEqualTo(counted);
        }
    }

    @Test
    void tellsRepeatsFromChance() {
        Random random = new Random(22);
        int small = 0;
        for (int round = 0; round < 200; round++) {
            small += knox(random, 150, 0).test(99, round, Run.alone()).p() <= 0.05 ? 1 : 0;
        }
        // 10 are expected; 22 lie almost 4 standard deviations above
        assertThat(small).isBetween(1, 22);
        assertThat(knox(random, 150, 40).test(199, 1, Run.alone()).p()).isEqualTo(1 / 200.0);
    }

    @Test
    void stopsWhereChanceReachesTheCountOftenEnough() {
        Random random = new Random(24);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        int small = 0;
        int stopped = 0;
        try {
            for (int round = 0; round < 200; round++) {
                Knox knox = knox(random, 150, 0).stoppingAfter(5);
                Interaction found = knox.test(199, round, Run.alone());
                assertThat(knox.test(199, round, Run.on(pool, 3, share -> {}))).isEqualTo(found);
                stopped += found.permutations() < 199 ? 1 : 0;
                small += found.p() <= 0.05 ? 1 : 0;
                if (found.permutations() < 199) {
                    assertThat(found.p()).isEqualTo(5.0 / found.permutations());
                }
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(stopped).isGreaterThan(150);
        assertThat(small).isBetween(1, 22);
        assertThat(knox(random, 150, 40)
                        .stoppingAfter(5)
                        .test(199, 1, Run.alone())
                        .p())
                .isEqualTo(1 / 200.0);
        assertThatThrownBy(() -> knox(random, 9, 0).stoppingAfter(-1)).hasMessageContaining("stop-after is -1");
    }

    /** Points and days by chance, then some of the points repeated nearby the next day. */
    private static Knox knox(Random random, int n, int repeats) {
        double[] x = random.doubles(n + repeats).map(v -> v * 5_000).toArray();
        double[] y = random.doubles(n + repeats).map(v -> v * 5_000).toArray();
        int[] days = random.ints(n + repeats, 0, 365).toArray();
        for (int i = 0; i < repeats; i++) {
            x[n + i] = x[i] + 20;
            y[n + i] = y[i];
            days[n + i] = days[i] + 1;
        }
        return new Knox(PlanarPoints.of(x, y), days, 200, 7);
    }

    @Test
    void threadsDoNotChangeTheAnswerTheSeedDoes() {
        Knox knox = knox(new Random(23), 400, 3);
        Interaction alone = knox.test(199, 5, Run.alone());
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            List<Double> shares = new ArrayList<>();
            assertThat(knox.test(199, 5, Run.on(pool, 4, shares::add))).isEqualTo(alone);
            assertThat(shares).isSorted().endsWith(1.0).hasSizeGreaterThan(2);
        } finally {
            pool.shutdownNow();
        }
        assertThat(java.util.stream.LongStream.range(0, 20)
                        .mapToDouble(seed -> knox.test(99, seed, Run.alone()).p())
                        .distinct()
                        .count())
                .isGreaterThan(1);
    }

    @Test
    void answersSmallCasesAndRefusesBadOnes() {
        PlanarPoints none = PlanarPoints.of(new double[0], new double[0]);
        assertThat(new Knox(none, new int[0], 10, 1).test(9, 1, Run.alone()))
                .isEqualTo(new Interaction(0, 0, 0, 0, 9, 1));
        double[] zeros = new double[50];
        int[] days = new int[50];
        Interaction same = new Knox(PlanarPoints.of(zeros, zeros), days, 10, 1).test(9, 1, Run.alone());
        assertThat(same.observed()).isEqualTo(50 * 49 / 2);
        assertThat(same.ratio()).isEqualTo(1);
        assertThat(same.p()).isEqualTo(1);
        Arrays.setAll(days, i -> i % 2 == 0 ? 200_000_000 : -200_000_000);
        Knox farApart = new Knox(PlanarPoints.of(zeros, zeros), days, 10, 1);
        assertThat(farApart.test(0, 1, Run.alone()).observed()).isEqualTo(2 * 25 * 24 / 2);
        Knox always = new Knox(PlanarPoints.of(zeros, zeros), days, 10, Integer.MAX_VALUE);
        assertThat(always.test(0, 1, Run.alone()).observed()).isEqualTo(50 * 49 / 2);
        days[3] = Integer.MIN_VALUE;
        assertThatThrownBy(() -> new Knox(PlanarPoints.of(zeros, zeros), days, 10, 1))
                .hasMessageContaining("point 4: day -2147483648");
        for (double metres : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Knox(none, new int[0], metres, 1)).isInstanceOf(UnusableInput.class);
        }
        assertThatThrownBy(() -> new Knox(none, new int[1], 1, 1)).hasMessageContaining("0 points but 1 days");
        assertThatThrownBy(() -> new Knox(none, new int[0], 1, -1)).isInstanceOf(UnusableInput.class);
        assertThatThrownBy(() -> NearPairs.within(PlanarPoints.of(new double[2_000], new double[2_000]), 1, 1_500))
                .hasMessageContaining("more than 1500 pairs");
        Run called = Run.alone();
        called.cancel();
        Knox knox = new Knox(none, new int[0], 1, 1);
        assertThat(knox.test(0, 1, called).p()).isEqualTo(1);
        assertThatThrownBy(() -> knox.test(5, 1, called)).isInstanceOf(CancellationException.class);
    }
}
