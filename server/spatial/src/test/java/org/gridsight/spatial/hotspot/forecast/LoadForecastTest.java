package org.gridsight.spatial.hotspot.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;
import org.gridsight.spatial.hotspot.SquareCells;
import org.gridsight.spatial.hotspot.scan.DatedPoints;
import org.junit.jupiter.api.Test;

/** The load of cells by recipe against a plain sum, and when a recipe other than plain counts is chosen. */
class LoadForecastTest {

    private static final double FOREVER = Double.POSITIVE_INFINITY;

    @Test
    void agreesWithAPlainSum() {
        SquareCells cells = Towns.cells();
        DatedPoints own = new Towns().anywhere(80, 0, 40, new Random(1)).points();
        DatedPoints all = new Towns().anywhere(500, 0, 40, new Random(2)).points();
        LoadRecipe recipe = new LoadRecipe(9, 0.8, 0.3);
        double[] fast = new ExpectedLoad(cells, own, all).expected(recipe, 30, 5);

        double[] mine = decayed(cells, own, 30, 9);
        double[] lent = decayed(cells, all, 30, 9);
        double sum = Arrays.stream(mine).sum();
        double lentSum = Arrays.stream(lent).sum();
        double days = 0;
        for (int age = 1; age <= 30; age++) {
            days += Math.pow(0.5, (age - 1) / 9.0);
        }
        double[] slow = new double[100];
        for (int from = 0; from < 100; from++) {
            double load = 0.7 * mine[from] + 0.3 * lent[from] * sum / lentSum;
            double kept = 0;
            for (int to = 0; to < 100; to++) {
                kept += weight(cells, from, to, 0.8);
            }
            for (int to = 0; to < 100; to++) {
                slow[to] += load * weight(cells, from, to, 0.8) / kept * 5 / days;
            }
        }
        for (int cell = 0; cell < 100; cell++) {
            assertThat(fast[cell]).isCloseTo(slow[cell], within(1e-9));
        }
        assertThat(Arrays.stream(fast).sum()).isCloseTo(sum * 5 / days, within(1e-9));
    }

    @Test
    void keepsPlainCountsWhole() {
        DatedPoints cases = new Towns()
                .cases(6, 3, 3, 0)
                .cases(2, 4, 4, 3)
                .cases(9, 5, 5, 4)
                .points();
        double[] expected = new ExpectedLoad(Towns.cells(), cases).expected(LoadRecipe.PLAIN_COUNTS, 4, 2);
        // 8 cases in 4 days before day 4: two a day
        assertThat(expected[Towns.cells().at(350, 350)]).isEqualTo(3);
        assertThat(expected[Towns.cells().at(450, 450)]).isEqualTo(1);
        assertThat(Arrays.stream(expected).sum()).isEqualTo(4);
    }

    @Test
    void staysWithPlainCountsWhenThePastIsTooShort() {
        DatedPoints few = new Towns().anywhere(30, 0, 40, new Random(5)).points();
        DatedPoints brief = new Towns().anywhere(3_000, 0, 12, new Random(6)).points();
        ForecastChoice ofFew = new LoadForecast(Towns.cells(), few, 0.05, 1).choice(40, 7, Run.alone());
        ForecastChoice ofBrief = new LoadForecast(Towns.cells(), brief, 0.05, 1).choice(12, 7, Run.alone());
        assertThat(ofFew.reason()).isEqualTo(ForecastChoice.Reason.TOO_LITTLE_PAST);
        assertThat(ofFew.method()).isEqualTo(ForecastChoice.Method.PLAIN_COUNTS);
        assertThat(ofBrief.reason()).isEqualTo(ForecastChoice.Reason.TOO_LITTLE_PAST);
        assertThat(ofBrief.gain().isGain()).isFalse();
    }

    @Test
    void seldomLeavesPlainCountsWhenNothingIsToBeGained() {
        int left = 0;
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Towns town = new Towns().anywhere(300, 0, 60, random);
            // ten places that are always busy, each far from the next in the load
            for (int place = 0; place < 10; place++) {
                for (int k = 0; k < 20 + 6 * place; k++) {
                    town.cases(1, place, (7 * place) % 10, random.nextInt(60));
                }
            }
            ForecastChoice choice = new LoadForecast(Towns.cells(), town.points(), 0.1, 1).choice(60, 7, Run.alone());
            left += choice.method() == ForecastChoice.Method.PLAIN_COUNTS ? 0 : 1;
        }
        assertThat(left).isLessThanOrEqualTo(2);
    }

    @Test
    void learnsThatOldCasesNoLongerCount() {
        // the busy street moves every twenty days
        Random random = new Random(11);
        Towns town = new Towns().anywhere(200, 0, 100, random);
        for (int day = 0; day < 100; day++) {
            for (int k = 0; k < 10; k++) {
                town.cases(1, 2 * (day / 20), random.nextInt(10), day);
            }
        }
        ForecastChoice choice = new LoadForecast(Towns.cells(), town.points(), 0.1, 1).choice(95, 5, Run.alone());
        assertThat(choice.reason()).isEqualTo(ForecastChoice.Reason.PROVEN_GAIN);
        assertThat(choice.gain().low()).isPositive();
        boolean forgets = choice.recipe().halfLifeDays() <= 45
                || choice.excitation().filter(one -> one.branching() > 0.2).isPresent();
        assertThat(forgets).isTrue();
    }

    @Test
    void learnsToSmoothSparseCases() {
        Random random = new Random(12);
        Towns town = new Towns();
        for (int k = 0; k < 400; k++) {
            double x = Math.min(999, Math.max(0, 500 + 120 * random.nextGaussian()));
            double y = Math.min(999, Math.max(0, 500 + 120 * random.nextGaussian()));
            town.at(1, x, y, random.nextInt(80));
        }
        DatedPoints cases = town.points();
        LoadForecast forecast = new LoadForecast(Towns.cells(20), cases, 0.05, 1);
        ForecastChoice choice = forecast.choice(60, 5, Run.alone());
        assertThat(choice.reason()).isEqualTo(ForecastChoice.Reason.PROVEN_GAIN);
        assertThat(choice.recipe().smoothingCells()).isGreaterThanOrEqualTo(1);
        BackTestResult result = new BackTest(Towns.cells(20), cases, new BackTest.Origins(60, 5, 4))
                .result(forecast, 0.05, 1, Run.alone());
        assertThat(result.gain().low()).isPositive();
    }

    @Test
    void learnsToBorrowFromOtherKinds() {
        // a hundred busy corners of 2,500 cells, known from all kinds; of the rare kind only some were seen yet
        Random random = new Random(13);
        Towns rare = new Towns().anywhere(200, 0, 80, new Random(14));
        Towns all = new Towns();
        for (int k = 0; k < 4_000; k++) {
            int corner = random.nextInt(100);
            int day = random.nextInt(80);
            all.at(1, 10 + 100 * (corner % 10), 10 + 100 * (corner / 10), day);
            if (k % 13 == 0) {
                rare.at(1, 10 + 100 * (corner % 10), 10 + 100 * (corner / 10), day);
            }
        }
        ExpectedLoad load = new ExpectedLoad(Towns.cells(20), rare.points(), all.points());
        ForecastChoice choice = new LoadForecast(load, 0.04, 1).choice(80, 7, Run.alone());
        assertThat(choice.reason()).isEqualTo(ForecastChoice.Reason.PROVEN_GAIN);
        assertThat(choice.recipe().borrowed()).isPositive();
    }

    @Test
    void neverLooksAhead() {
        Towns past = new Towns().anywhere(600, 0, 50, new Random(21));
        DatedPoints calm = past.points();
        DatedPoints wild =
                past.anywhere(900, 50, 90, new Random(22)).cases(400, 9, 9, 50).points();
        LoadForecast before = new LoadForecast(Towns.cells(), calm, 0.05, 1);
        LoadForecast after = new LoadForecast(Towns.cells(), wild, 0.05, 1);
        assertThat(after.choice(50, 7, Run.alone())).isEqualTo(before.choice(50, 7, Run.alone()));
        assertThat(after.expected(50, 7, Run.alone())).isEqualTo(before.expected(50, 7, Run.alone()));
    }

    @Test
    void isTheSameInAnyOrderAndOnAnyNumberOfThreads() {
        Towns town = new Towns().anywhere(700, 0, 60, new Random(31)).cases(80, 3, 3, 30);
        double[] alone = new LoadForecast(Towns.cells(), town.points(), 0.05, 1).expected(60, 7, Run.alone());
        DatedPoints shuffled = town.shuffled(new Random(2)).points();
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            LoadForecast forecast = new LoadForecast(Towns.cells(), shuffled, 0.05, 1);
            assertThat(forecast.expected(60, 7, Run.on(pool, 4, share -> {}))).isEqualTo(alone);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void findsTheNumbersOfASelfExcitingTown() {
        // background of 6 a day anywhere; each case brings 0.5 others after 2 days on average, 20 m around
        Random random = new Random(41);
        Towns town = new Towns();
        for (int day = 0; day < 300; day++) {
            for (int k = 0; k < 6; k++) {
                family(town, Towns.SIDE * random.nextDouble(), Towns.SIDE * random.nextDouble(), day, 0.5, random);
            }
        }
        ExpectedLoad load = new ExpectedLoad(Towns.cells(50), town.points());
        Excitation found = new SelfExciting(load, new LoadRecipe(FOREVER, 3, 0)).fit(300, Run.alone());
        assertThat(found.branching()).isBetween(0.4, 0.6);
        assertThat(found.meanLagDays()).isBetween(1.6, 2.5);
        assertThat(found.spreadMetres()).isBetween(16.0, 26.0);
        assertThat(found.backgroundPerDay()).isBetween(4.8, 7.2);
    }

    @Test
    void usesSelfExcitationWhereItPays() {
        Random random = new Random(42);
        Towns town = new Towns();
        for (int day = 0; day < 200; day++) {
            for (int k = 0; k < 6; k++) {
                family(town, Towns.SIDE * random.nextDouble(), Towns.SIDE * random.nextDouble(), day, 0.8, random);
            }
        }
        LoadForecast forecast = new LoadForecast(Towns.cells(50), town.points(), 0.02, 1);
        ForecastChoice choice = forecast.choice(200, 2, Run.alone());
        assertThat(choice.reason()).isEqualTo(ForecastChoice.Reason.PROVEN_GAIN);
        double[] expected = forecast.expected(choice, 200, 2);
        assertThat(Arrays.stream(expected).sum()).isBetween(20.0, 120.0);
        assertThat(Arrays.stream(expected).min().orElseThrow()).isNotNegative();
    }

    @Test
    void endsWhenItIsCalledOff() {
        Run run = Run.alone();
        run.cancel();
        DatedPoints cases = new Towns().anywhere(700, 0, 60, new Random(31)).points();
        assertThatThrownBy(() -> new LoadForecast(Towns.cells(), cases, 0.05, 1).expected(60, 7, run))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesRecipesAndDataWithoutMeaning() {
        refuses("half-life", () -> new LoadRecipe(0, 0, 0));
        refuses("half-life", () -> new LoadRecipe(Double.NaN, 0, 0));
        refuses("smoothing", () -> new LoadRecipe(1, 1e-200, 0));
        refuses("smoothing", () -> new LoadRecipe(1, 100, 0));
        refuses("borrowed", () -> new LoadRecipe(1, 0, 1.5));
        refuses(
                "larger cells",
                () -> new ExpectedLoad(
                        Towns.cells(0.4), new Towns().cases(1, 1, 1, 1).points()));
        refuses("no case", () -> new ExpectedLoad(Towns.cells(), new Towns().points()));
        refuses(
                "less than one cell",
                () -> new LoadForecast(
                        Towns.cells(), new Towns().cases(1, 1, 1, 1).points(), 0.001, 1));
    }

    @Test
    void answersForOneCaseAndForEqualPlaces() {
        DatedPoints one = new Towns().cases(1, 1, 1, 1).points();
        assertThat(new LoadForecast(Towns.cells(), one, 0.01, 1).expected(5, 1, Run.alone())[11])
                .isEqualTo(0.25);
        Towns same = new Towns();
        for (int day = 0; day < 60; day++) {
            same.cases(5, 4, 4, day);
        }
        double[] expected = new LoadForecast(Towns.cells(), same.points(), 0.01, 1).expected(60, 2, Run.alone());
        assertThat(expected[44]).isCloseTo(10, within(1e-9));
    }

    /** A case and all that it brings. */
    private static void family(Towns town, double x, double y, int day, double branching, Random random) {
        if (day >= 300) {
            return;
        }
        town.at(1, Math.min(999, Math.max(0, x)), Math.min(999, Math.max(0, y)), day);
        if (random.nextDouble() < branching) {
            int lag = 1;
            while (random.nextBoolean()) {
                lag++;
            }
            family(town, x + 20 * random.nextGaussian(), y + 20 * random.nextGaussian(), day + lag, branching, random);
        }
    }

    private static double[] decayed(SquareCells cells, DatedPoints cases, int from, double halfLife) {
        double[] load = new double[cells.size()];
        for (int i = 0; i < cases.size(); i++) {
            if (cases.day(i) < from) {
                load[cells.at(cases.places().x(i), cases.places().y(i))] +=
                        Math.pow(0.5, (from - 1 - cases.day(i)) / halfLife);
            }
        }
        return load;
    }

    /** Weight of a Gaussian cut at four deviations, in cells. */
    private static double weight(SquareCells cells, int from, int to, double spread) {
        int dx = Math.abs(cells.ix(from) - cells.ix(to));
        int dy = Math.abs(cells.iy(from) - cells.iy(to));
        return Math.max(dx, dy) > Math.ceil(4 * spread) ? 0 : Math.exp(-(dx * dx + dy * dy) / (2 * spread * spread));
    }

    private static void refuses(String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(UnusableInput.class).hasMessageContaining(words);
    }
}
