package org.gridsight.spatial.hotspot.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;
import org.gridsight.spatial.hotspot.SquareCells;
import org.gridsight.spatial.hotspot.scan.DatedPoints;
import org.gridsight.spatial.hotspot.scan.Days;
import org.junit.jupiter.api.Test;

/** Hit rates, PAI and PEI by hand and against a plain recount, and what a backtest refuses. */
class BackTestTest {

    private static final CellForecast NOTHING = (from, days, run) -> new double[100];

    @Test
    void countsTwoPeriodsByHand() {
        // before day 10: three at (2, 3), one at (4, 4); period 1: two at (2, 3), five at (7, 7), one at (0, 0);
        // period 2: one at (2, 3), three at (7, 7). Plain counts mark (2, 3), then (7, 7).
        DatedPoints cases = new Towns()
                .cases(3, 2, 3, 5)
                .cases(1, 4, 4, 6)
                .cases(2, 2, 3, 10)
                .cases(5, 7, 7, 11)
                .cases(1, 0, 0, 12)
                .cases(1, 2, 3, 13)
                .cases(3, 7, 7, 15)
                .points();
        CellForecast always77 = (from, days, run) -> {
            double[] expected = new double[100];
            expected[Towns.cells().at(750, 750)] = 1;
            return expected;
        };
        BackTestResult result = new BackTest(Towns.cells(), cases, new BackTest.Origins(10, 3, 2))
                .result(always77, 0.01, 1, Run.alone());

        assertThat(result.periods())
                .extracting(BackTestResult.Period::days)
                .containsExactly(new Days(10, 12), new Days(13, 15));
        assertThat(result.periods().get(0).ours()).isEqualTo(new HitRate(8, 5, 5, 1, 100));
        assertThat(result.periods().get(0).plain()).isEqualTo(new HitRate(8, 2, 5, 1, 100));
        // equal counts of 5 at (2, 3) and (7, 7) before day 13: the lower number, further west, wins
        assertThat(result.periods().get(1).plain()).isEqualTo(new HitRate(4, 1, 3, 1, 100));
        assertThat(result.ours()).isEqualTo(new HitRate(12, 8, 8, 2, 200));
        assertThat(result.ours().hitRate()).isEqualTo(8 / 12.0);
        assertThat(result.ours().areaShare()).isEqualTo(0.01);
        assertThat(result.ours().pai()).isCloseTo(8 / 12.0 / 0.01, within(1e-9));
        assertThat(result.ours().pei()).isEqualTo(1);
        assertThat(result.plain().pai()).isCloseTo(3 / 12.0 / 0.01, within(1e-9));
        assertThat(result.plain().pei()).isEqualTo(3 / 8.0);
        assertThat(result.gain().value()).isCloseTo(5 / 12.0 / 0.01, within(1e-9));
        assertThat(result.gain().low()).isLessThan(result.gain().value());
        assertThat(result.gain().high()).isGreaterThan(result.gain().value());
    }

    @Test
    void agreesWithAPlainRecount() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            DatedPoints cases = new Towns().anywhere(400, 0, 60, random).points();
            double[] fixed =
                    random.doubles(100).map(value -> Math.floor(5 * value)).toArray();
            BackTestResult result = new BackTest(Towns.cells(), cases, new BackTest.Origins(30, 7, 4))
                    .result((from, days, run) -> fixed.clone(), 0.07, 1, Run.alone());
            for (int period = 0; period < 4; period++) {
                int from = 30 + 7 * period;
                long[] happened = counts(cases, from, from + 7);
                double[] past =
                        Arrays.stream(counts(cases, 0, from)).asDoubleStream().toArray();
                double[] future = Arrays.stream(happened).asDoubleStream().toArray();
                BackTestResult.Period row = result.periods().get(period);
                long sum = Arrays.stream(happened).sum();
                long best = inside(happened, future, 7);
                assertThat(row.ours())
                        .as("seed %d", seed)
                        .isEqualTo(new HitRate(sum, inside(happened, fixed, 7), best, 7, 100));
                assertThat(row.plain())
                        .as("seed %d", seed)
                        .isEqualTo(new HitRate(sum, inside(happened, past, 7), best, 7, 100));
            }
        }
    }

    @Test
    void findsNoDifferenceBetweenPlainCountsAndThemselves() {
        DatedPoints cases = new Towns().anywhere(300, 0, 60, new Random(3)).points();
        ExpectedLoad load = new ExpectedLoad(Towns.cells(), cases);
        BackTestResult result = new BackTest(Towns.cells(), cases, new BackTest.Origins(30, 10, 3))
                .result((from, days, run) -> load.expected(LoadRecipe.PLAIN_COUNTS, from, days), 0.05, 1, Run.alone());
        assertThat(result.ours()).isEqualTo(result.plain());
        assertThat(result.gain()).isEqualTo(new Difference(0, 0, 0));
    }

    @Test
    void givesTheSameIntervalForTheSameSeedAndOrderlessCases() {
        Towns town = new Towns().anywhere(300, 0, 60, new Random(4));
        CellForecast west = (from, days, run) ->
                IntStream.range(0, 100).mapToDouble(cell -> -cell).toArray();
        BackTest.Origins origins = new BackTest.Origins(30, 10, 3);
        BackTestResult first = new BackTest(Towns.cells(), town.points(), origins).result(west, 0.05, 7, Run.alone());
        BackTestResult again = new BackTest(
                        Towns.cells(), town.shuffled(new Random(1)).points(), origins)
                .result(west, 0.05, 7, Run.alone());
        BackTestResult other = new BackTest(Towns.cells(), town.points(), origins).result(west, 0.05, 8, Run.alone());
        assertThat(again).isEqualTo(first);
        assertThat(other.gain().value()).isEqualTo(first.gain().value());
        assertThat(other.gain()).isNotEqualTo(first.gain());
    }

    @Test
    void intervalCoversTheTruthAboutAsOftenAsItSays() {
        // two blocks in five gain 1 case of 1, one in five loses it: the true difference is 0.2
        int covered = 0;
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            double[] gains = new double[150];
            for (int block = 0; block < gains.length; block++) {
                double chance = random.nextDouble();
                gains[block] = chance < 0.4 ? 1 : chance < 0.6 ? -1 : 0;
            }
            double[] ones = new double[gains.length];
            Arrays.fill(ones, 1);
            Difference difference = new PairedBootstrap(ones, gains).difference(400, seed, 0.95, Run.alone());
            covered += difference.low() <= 0.2 && 0.2 <= difference.high() ? 1 : 0;
        }
        assertThat(covered).isBetween(273, 297);
    }

    @Test
    void saysNothingAboutPeriodsWithoutCases() {
        DatedPoints cases = new Towns().cases(5, 1, 1, 0).points();
        BackTestResult result = new BackTest(Towns.cells(), cases, new BackTest.Origins(10, 3, 2))
                .result(NOTHING, 0.01, 1, Run.alone());
        assertThat(result.ours().cases()).isZero();
        assertThat(result.ours().pai()).isNaN();
        assertThat(result.ours().pei()).isNaN();
        assertThat(result.gain().value()).isNaN();
        assertThat(result.gain().isGain()).isFalse();
    }

    @Test
    void refusesWhatHasNoAnswer() {
        DatedPoints cases = new Towns().cases(5, 1, 1, 0).cases(1, 2, 2, 10).points();
        SquareCells cells = Towns.cells();
        BackTest.Origins origins = new BackTest.Origins(10, 3, 1);
        refuses("a period has 0 days", () -> new BackTest.Origins(10, 0, 1));
        refuses("there are 0 periods", () -> new BackTest.Origins(10, 1, 0));
        refuses("more than", () -> new BackTest.Origins(10, Integer.MAX_VALUE, Integer.MAX_VALUE));
        refuses("does not fit into 3 days", () -> BackTest.Origins.within(new Days(1, 3), 4));
        refuses("a period has 0 days", () -> BackTest.Origins.within(new Days(1, 3), 0));
        refuses("nothing to learn from", () -> new BackTest(cells, cases, new BackTest.Origins(0, 3, 1)));
        for (double share : new double[] {0, 1, -0.5, 2, Double.NaN}) {
            refuses(
                    "must lie between 0 and 1",
                    () -> new BackTest(cells, cases, origins).result(NOTHING, share, 1, Run.alone()));
        }
        refuses("less than one cell", () -> new BackTest(cells, cases, origins).result(NOTHING, 0.005, 1, Run.alone()));
        refuses(
                "has 3 cells, the area has 100",
                () -> new BackTest(cells, cases, origins)
                        .result((from, days, run) -> new double[3], 0.01, 1, Run.alone()));
    }

    private static void refuses(String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(UnusableInput.class).hasMessageContaining(words);
    }

    private static long[] counts(DatedPoints cases, int from, int to) {
        long[] counts = new long[100];
        for (int i = 0; i < cases.size(); i++) {
            if (cases.day(i) >= from && cases.day(i) < to) {
                counts[
                        (int) (cases.places().x(i) / 100) * 10
                                + (int) (cases.places().y(i) / 100)]++;
            }
        }
        return counts;
    }

    private static long inside(long[] happened, double[] values, int marked) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer cell) -> -values[cell])
                        .thenComparing(cell -> cell))
                .limit(marked)
                .mapToLong(cell -> happened[cell])
                .sum();
    }
}
