package org.gridsight.spatial.hotspot.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;
import org.gridsight.spatial.hotspot.scan.Cylinders.Windows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scan finds what looking at every cylinder finds, whatever the order, the threads and the data. */
class SpaceTimeScanTest {

    private static final Replicas NONE = Replicas.of(0, 1);

    private final ExecutorService pool = Executors.newFixedThreadPool(3);

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(Windows.class)
    void findsWhatLookingAtEveryCylinderFinds(Windows windows) {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            DatedPoints cases =
                    random(random, 10 + random.nextInt(50), 1 + random.nextInt(60), seed % 3 == 0 ? 0.6 : 0);
            Cylinders cylinders = new Cylinders(
                    100 + random.nextInt(300), 150 + random.nextInt(900), 1 + random.nextInt(20), windows);
            agree(seed, cases, cylinders, false);
            agree(seed, cases, cylinders, true);
        }
    }

    private static void agree(int seed, DatedPoints cases, Cylinders cylinders, boolean curved) {
        Days period = cases.period();
        double[] base = new double[period.length()];
        for (int i = 0; i < cases.size(); i++) {
            base[cases.day(i) - period.from()]++;
        }
        SpaceTimeScan scan = new SpaceTimeScan(cases, cylinders);
        if (curved) {
            Random random = new Random(seed);
            base = IntStream.range(0, base.length)
                    .mapToDouble(i -> 0.1 + random.nextDouble())
                    .toArray();
            scan = scan.expecting(DayCurve.of(period, base));
            double sum = Arrays.stream(base).sum();
            base = Arrays.stream(base).map(b -> b * cases.size() / sum).toArray();
        }
        List<EveryCylinder.Found> every = new EveryCylinder(cases, cylinders, base).all();
        List<ScanCluster> found = scan.result(NONE, Run.alone()).clusters();
        if (every.isEmpty() || found.isEmpty()) {
            assertThat(found).as("seed %d", seed).isEmpty();
            assertThat(every).as("seed %d", seed).isEmpty();
            return;
        }
        EveryCylinder.Found best = every.get(0);
        ScanCluster first = found.get(0);
        assertThat(first.strength().statistic()).as("seed %d", seed).isCloseTo(best.statistic(), within(1e-9));
        assertThat(first.strength().observed()).as("seed %d", seed).isEqualTo(best.observed());
        assertThat(first.strength().expected()).isCloseTo(best.expected(), within(1e-9));
        assertThat(first.cases()).hasSize(best.observed());
        boolean only = every.size() == 1 || every.get(1).statistic() < best.statistic() - 1e-9;
        if (only) {
            assertThat(first.days()).as("seed %d", seed).isEqualTo(new Days(best.from(), best.to()));
            assertThat(first.circle().radiusMetres()).isCloseTo(best.radius(), within(1e-9));
            assertThat(first.circle().x())
                    .isCloseTo((best.centre().column() + .5) * cylinders.cellMetres(), within(1e-9));
        }
    }

    @Test
    void reportsFurtherClustersOnFreshCellsOnly() {
        DatedPoints cases = random(new Random(5), 400, 60, 0);
        List<ScanCluster> clusters = new SpaceTimeScan(cases, retrospective(7))
                .result(Replicas.of(99, 3), Run.alone())
                .clusters();
        assertThat(clusters).hasSizeGreaterThan(3);
        for (int i = 1; i < clusters.size(); i++) {
            assertThat(clusters.get(i).strength().statistic())
                    .isLessThanOrEqualTo(clusters.get(i - 1).strength().statistic());
            assertThat(clusters.get(i).proof().p())
                    .isGreaterThanOrEqualTo(clusters.get(i - 1).proof().p());
        }
        long distinct = clusters.stream()
                .flatMap(c -> c.cases().stream())
                .map(i -> Math.floor(cases.places().x(i) / 200) + ","
                        + Math.floor(cases.places().y(i) / 200) + "/"
                        + clusters.stream()
                                .filter(c -> c.cases().contains(i))
                                .findFirst()
                                .map(clusters::indexOf)
                                .orElseThrow())
                .distinct()
                .count();
        long cells = clusters.stream()
                .flatMap(c -> c.cases().stream())
                .map(i -> Math.floor(cases.places().x(i) / 200) + ","
                        + Math.floor(cases.places().y(i) / 200))
                .distinct()
                .count();
        assertThat(distinct).isEqualTo(cells);
    }

    @Test
    void answersTheSameInAnyOrderAndPlaceAndOnAnyThreads() {
        DatedPoints cases = random(new Random(9), 300, 80, 0.3);
        ScanResult alone = new SpaceTimeScan(cases, retrospective(10)).result(Replicas.of(199, 7), Run.alone());
        for (int threads = 2; threads <= 3; threads++) {
            assertThat(new SpaceTimeScan(cases, retrospective(10))
                            .result(Replicas.of(199, 7), Run.on(pool, threads, share -> {})))
                    .isEqualTo(alone);
        }
        int[] order = IntStream.range(0, 300).map(i -> (i * 7 + 11) % 300).toArray();
        DatedPoints turned = picked(cases, order, 0, 0);
        DatedPoints moved = picked(cases, order, 200 * 45, -200 * 31);
        for (DatedPoints other : List.of(turned, moved)) {
            List<ScanCluster> clusters = new SpaceTimeScan(other, retrospective(10))
                    .result(Replicas.of(199, 7), Run.alone())
                    .clusters();
            assertThat(clusters)
                    .usingElementComparator((a, b) -> a.strength().equals(b.strength())
                                    && a.proof().equals(b.proof())
                                    && a.days().equals(b.days())
                            ? 0
                            : 1)
                    .isEqualTo(alone.clusters());
        }
    }

    @Test
    void findsAPlantedClusterAndSaysHowSure() {
        DatedPoints quiet = random(new Random(2), 600, 100, 0);
        double[] x = Arrays.copyOf(quiet.places().xs(), 620);
        double[] y = Arrays.copyOf(quiet.places().ys(), 620);
        int[] days = IntStream.range(0, 620)
                .map(i -> i < 600 ? quiet.day(i) : 93 + i % 6)
                .toArray();
        Arrays.fill(x, 600, 620, 350);
        Arrays.fill(y, 600, 620, 350);
        DatedPoints cases = DatedPoints.of(PlanarPoints.of(x, y), days);
        ScanResult result = new SpaceTimeScan(cases, new Cylinders(200, 600, 14, Windows.PROSPECTIVE))
                .result(Replicas.of(499, 1), Run.alone());
        ScanCluster cluster = result.clusters().get(0);
        assertThat(cluster.days().from()).isEqualTo(93);
        assertThat(cluster.cases()).contains(600, 619);
        assertThat(cluster.strength().ratio()).isGreaterThan(5);
        assertThat(cluster.proof().p()).isEqualTo(1 / 500.0);
        assertThat(cluster.proof().gumbelP()).isBetween(0.0, 1e-4);
        assertThat(cluster.proof().recurrenceDays()).isEqualTo(500);
    }

    @Test
    void stopsEarlyWhenNothingIsThereAndAnswersTheSameOnAnyThreads() {
        DatedPoints cases = random(new Random(4), 200, 60, 0);
        Replicas early = new Replicas(9_999, 1, 20);
        ScanResult result = new SpaceTimeScan(cases, retrospective(7)).result(early, Run.alone());
        assertThat(result.replicas()).isLessThan(9_999);
        assertThat(result.clusters().get(0).proof().p()).isEqualTo(20.0 / result.replicas());
        assertThat(new SpaceTimeScan(cases, retrospective(7)).result(early, Run.on(pool, 3, share -> {})))
                .isEqualTo(result);
    }

    @Test
    void saysWhenThereIsTooLittleToSayAnything() {
        assertThat(verdict(new double[0], new int[0])).isEqualTo(ScanResult.Verdict.TOO_FEW_CASES);
        assertThat(verdict(new double[9], new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9}))
                .isEqualTo(ScanResult.Verdict.TOO_FEW_CASES);
        assertThat(verdict(new double[10], IntStream.range(0, 10).toArray())).isEqualTo(ScanResult.Verdict.ONE_PLACE);
        double[] apart = IntStream.range(0, 10).mapToDouble(i -> i * 500).toArray();
        assertThat(verdict(apart, new int[10])).isEqualTo(ScanResult.Verdict.ONE_DAY);
        assertThat(verdict(apart, IntStream.range(0, 10).toArray())).isEqualTo(ScanResult.Verdict.SCANNED);
    }

    private static ScanResult.Verdict verdict(double[] x, int[] days) {
        DatedPoints cases = DatedPoints.of(PlanarPoints.of(x, new double[x.length]), days);
        return new SpaceTimeScan(cases, retrospective(1_000))
                .result(Replicas.of(9, 1), Run.alone())
                .verdict();
    }

    @Test
    void looksOnlyAtItsPeriod() {
        DatedPoints cases = random(new Random(8), 300, 100, 0);
        ScanResult result = new SpaceTimeScan(cases, retrospective(500))
                .over(new Days(20, 59))
                .result(NONE, Run.alone());
        assertThat(result.cases()).isBetween(60, 180);
        assertThat(result.clusters()).allSatisfy(c -> {
            assertThat(c.days().from()).isGreaterThanOrEqualTo(20);
            assertThat(c.days().to()).isLessThanOrEqualTo(59);
            assertThat(c.cases()).allMatch(i -> c.days().contains(cases.day(i)));
        });
    }

    @Test
    void scansByWeeksAsIfAWeekWereADay() {
        DatedPoints cases = random(new Random(12), 300, 100, 0);
        Days period = new Days(-3, 99);
        ScanResult byWeek = new SpaceTimeScan(cases, new Cylinders(200, 600, 30, Windows.RETROSPECTIVE, 7))
                .over(period)
                .result(Replicas.of(99, 1), Run.alone());
        int[] weeks = IntStream.range(0, cases.size())
                .map(i -> (cases.day(i) + 5) / 7)
                .toArray();
        ScanResult asDays = new SpaceTimeScan(DatedPoints.of(cases.places(), weeks), retrospective(4))
                .result(Replicas.of(99, 1), Run.alone());
        assertThat(byWeek.clusters()).hasSameSizeAs(asDays.clusters());
        for (int i = 0; i < asDays.clusters().size(); i++) {
            ScanCluster week = byWeek.clusters().get(i);
            ScanCluster day = asDays.clusters().get(i);
            assertThat(week.strength()).isEqualTo(day.strength());
            assertThat(week.proof()).isEqualTo(day.proof());
            assertThat(week.days().to()).isEqualTo(day.days().to() * 7 + 1);
            assertThat(week.days().from()).isEqualTo(Math.max(-3, day.days().from() * 7 - 5));
        }
    }

    @Test
    void endsWhenCalledOff() {
        DatedPoints cases = random(new Random(1), 5_000, 700, 0);
        AtomicReference<Run> itself = new AtomicReference<>(Run.alone());
        AtomicInteger handedOut = new AtomicInteger();
        Run run = Run.on(
                task -> {
                    if (handedOut.incrementAndGet() == 2) {
                        Objects.requireNonNull(itself.get()).cancel();
                    }
                },
                2,
                share -> {});
        itself.set(run);
        assertThatThrownBy(() -> new SpaceTimeScan(cases, retrospective(60)).result(Replicas.of(100_000, 1), run))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesOptionsThatMakeNoSense() {
        assertThatThrownBy(() -> new Cylinders(0, 1, 1, Windows.RETROSPECTIVE)).hasMessageContaining("cell is 0.0 m");
        assertThatThrownBy(() -> new Cylinders(1, Double.NaN, 1, Windows.RETROSPECTIVE))
                .hasMessageContaining("max-radius is NaN");
        assertThatThrownBy(() -> new Cylinders(1, 1, 0, Windows.RETROSPECTIVE)).hasMessageContaining("max-days is 0");
        assertThatThrownBy(() -> new Cylinders(1, 1, 6, Windows.RETROSPECTIVE, 7))
                .hasMessageContaining("step-days is 7");
        assertThatThrownBy(() -> Replicas.of(-1, 1)).isInstanceOf(UnusableInput.class);
        assertThatThrownBy(() -> new Replicas(9, 1, -1)).isInstanceOf(UnusableInput.class);
        assertThatThrownBy(() -> new Days(2, 1)).isInstanceOf(UnusableInput.class);
        assertThatThrownBy(() -> DatedPoints.of(PlanarPoints.of(new double[1], new double[1]), new int[2]))
                .isInstanceOf(UnusableInput.class);
        assertThatThrownBy(() -> new SpaceTimeScan(random(new Random(1), 20, 9, 0), retrospective(3))
                        .expecting(DayCurve.of(new Days(1, 2), new double[] {1, 1})))
                .hasMessageContaining("not the whole period");
    }

    private static Cylinders retrospective(int maxDays) {
        return new Cylinders(200, 600, maxDays, Windows.RETROSPECTIVE);
    }

    /** In a square of 2 km; a share of the points repeats another one. */
    static DatedPoints random(Random random, int n, int length, double repeated) {
        double[] x = new double[n];
        double[] y = new double[n];
        int[] days = new int[n];
        for (int i = 0; i < n; i++) {
            int like = i > 0 && random.nextDouble() < repeated ? random.nextInt(i) : i;
            x[i] = like < i ? x[like] : 2_000 * random.nextDouble() - 500;
            y[i] = like < i ? y[like] : 2_000 * random.nextDouble() - 500;
            days[i] = like < i && random.nextBoolean() ? days[like] : random.nextInt(length);
        }
        return DatedPoints.of(PlanarPoints.of(x, y), days);
    }

    private static DatedPoints picked(DatedPoints cases, int[] order, double east, double north) {
        return DatedPoints.of(
                PlanarPoints.of(
                        Arrays.stream(order)
                                .mapToDouble(i -> cases.places().x(i) + east)
                                .toArray(),
                        Arrays.stream(order)
                                .mapToDouble(i -> cases.places().y(i) + north)
                                .toArray()),
                Arrays.stream(order).map(cases::day).toArray());
    }
}
