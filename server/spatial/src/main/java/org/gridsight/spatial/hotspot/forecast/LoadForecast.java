package org.gridsight.spatial.hotspot.forecast;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.SquareCells;
import org.gridsight.spatial.hotspot.scan.DatedPoints;

/**
 * Expected cases by cell, in the way that proved best inside the past. Half-life, smoothing, borrowing and
 * self-excitation are tried by a rolling backtest over the second half of the days before the forecast; no later day is
 * ever looked at. A way is used only when it surely caught more than plain counts there, as {@link Caution} says; otherwise
 * the forecast is plain counts, and {@link #choice} says so. Luck of
 * the order between cells of equal count is taken out of the trials. Deterministic. Cost: about 50 forecasts a period
 * tried, at most {@value #MOST_TRIALS} periods; trials are kept, so forecasts at a rolling origin share them. Safe for
 * many threads.
 */
public final class LoadForecast implements CellForecast {

    /** Below it nothing is tried. */
    static final int FEWEST_DAYS = 14;

    static final int FEWEST_CASES = 20;

    private static final int MOST_TRIALS = 30;
    private static final int FEWEST_TRIALS = 4;
    private static final int DRAWS = 1_000;
    private static final double FOREVER = Double.POSITIVE_INFINITY;
    private static final double[] SMOOTHINGS = {0, 0.3, 0.5, 0.7, 1, 2};
    private static final double[] BORROWED = {0, 0.05, 0.2, 0.5, 0.8, 0.95};
    private static final double[] HALF_LIVES = {365, 180, 90, 45, 20};

    private final ExpectedLoad load;
    private final double share;
    private final long seed;
    private final Caution caution;
    private final Map<Attempt, Trial> trials;
    private final Map<Growth, Trial> growths;

    /** One recipe tried on one period. */
    private record Attempt(LoadRecipe recipe, int from, int days) {}

    /** A self-exciting model on a recipe, tried on all periods. */
    private record Growth(LoadRecipe recipe, Inner inner) {}

    /** The periods inside the past. */
    private record Inner(int first, int days, int count) {

        int start(int period) {
            return first + period * days;
        }

        int end() {
            return first + count * days;
        }
    }

    /** A recipe and how it did. */
    private record Tried(LoadRecipe recipe, Trial trial) {}

    /**
     * For one kind of cases.
     *
     * @param share of the area that is going to be marked: the choice is made for it
     */
    public LoadForecast(SquareCells cells, DatedPoints cases, double share, long seed) {
        this(new ExpectedLoad(cells, cases), share, seed);
    }

    /** For one kind of cases, with those of all kinds to borrow from. */
    public LoadForecast(ExpectedLoad load, double share, long seed) {
        load.area().cellsIn(share);
        this.load = load;
        this.share = share;
        this.seed = seed;
        this.caution = Caution.USUAL;
        this.trials = new ConcurrentHashMap<>();
        this.growths = new ConcurrentHashMap<>();
    }

    private LoadForecast(LoadForecast other, Caution caution) {
        this.load = other.load;
        this.share = other.share;
        this.seed = other.seed;
        this.caution = caution;
        this.trials = other.trials;
        this.growths = other.growths;
    }

    /** The same forecast with another caution; both share what they tried. */
    public LoadForecast with(Caution other) {
        return new LoadForecast(this, other);
    }

    @Override
    public double[] expected(int from, int days, Run run) {
        return expected(choice(from, days, run), from, days);
    }

    /** By a choice that was made before. */
    public double[] expected(ForecastChoice choice, int from, int days) {
        return choice.excitation()
                .map(excitation -> new SelfExciting(load, choice.recipe()).expected(excitation, from, days))
                .orElseGet(() -> load.expected(choice.recipe(), from, days));
    }

    /** The way to forecast {@code days} days from day {@code from} on. */
    public ForecastChoice choice(int from, int days, Run run) {
        int history = from - load.firstDay();
        Inner inner = inner(from, history, days);
        int learnt = load.own().before(inner.first());
        if (history < FEWEST_DAYS || learnt < FEWEST_CASES || load.own().before(inner.end()) - learnt < FEWEST_CASES) {
            return ForecastChoice.plain(
                    ForecastChoice.Reason.TOO_LITTLE_PAST, new Difference(Double.NaN, Double.NaN, Double.NaN));
        }
        Trial plain = trial(LoadRecipe.PLAIN_COUNTS, inner, run);
        Tried best = withHalfLife(bestShape(inner, run), inner, history, run);
        Difference gain = gain(best.trial(), plain, run);
        boolean proven = isBetter(best.trial(), plain, gain);
        ForecastChoice chosen = proven
                ? new ForecastChoice(
                        ForecastChoice.Method.LOAD,
                        ForecastChoice.Reason.PROVEN_GAIN,
                        best.recipe(),
                        Optional.empty(),
                        gain)
                : ForecastChoice.plain(ForecastChoice.Reason.NO_PROVEN_GAIN, gain);
        return excited(chosen, best, proven ? best.trial() : plain, inner, run);
    }

    /** The second half of the past, in periods like the one ahead, shorter when there would be too few of them. */
    private static Inner inner(int from, int history, int days) {
        int half = Math.max(1, history / 2);
        int length = Math.max(1, Math.min(days, half / FEWEST_TRIALS));
        length = Math.max(length, (half + MOST_TRIALS - 1) / MOST_TRIALS);
        int count = Math.max(1, half / length);
        return new Inner(from - count * length, length, count);
    }

    private Tried bestShape(Inner inner, Run run) {
        int borrowings = load.canBorrow() ? BORROWED.length : 1;
        LoadRecipe[] recipes = new LoadRecipe[SMOOTHINGS.length * borrowings];
        for (int k = 0; k < recipes.length; k++) {
            recipes[k] = new LoadRecipe(FOREVER, SMOOTHINGS[k / borrowings], BORROWED[k % borrowings]);
        }
        return best(recipes, inner, run);
    }

    /** Tries half-lives that are short enough to matter, for the best shape. */
    private Tried withHalfLife(Tried best, Inner inner, int history, Run run) {
        LoadRecipe[] recipes = new LoadRecipe[HALF_LIVES.length + 1];
        recipes[0] = best.recipe();
        int count = 1;
        for (double halfLife : HALF_LIVES) {
            if (halfLife <= 2.0 * history) {
                recipes[count++] = best.recipe().withHalfLife(halfLife);
            }
        }
        return best(Arrays.copyOf(recipes, count), inner, run);
    }

    /** The one that most surely caught more than plain counts; of equal ones the first. */
    private Tried best(LoadRecipe[] recipes, Inner inner, Run run) {
        Trial plain = trial(LoadRecipe.PLAIN_COUNTS, inner, run);
        Trial[] found = new Trial[recipes.length];
        run.each(recipes.length, 1, (from, to) -> {
            for (int k = from; k < to; k++) {
                found[k] = trial(recipes[k], inner, run);
            }
        });
        int best = 0;
        for (int k = 1; k < found.length; k++) {
            double most = found[best].sureGain(plain, caution.deviations());
            best = found[k].sureGain(plain, caution.deviations()) > most + 1e-9 ? k : best;
        }
        return new Tried(recipes[best], found[best]);
    }

    /** A self-exciting model takes the place of the chosen way when it proves to be better still. */
    private ForecastChoice excited(ForecastChoice chosen, Tried best, Trial standing, Inner inner, Run run) {
        SelfExciting model = new SelfExciting(load, best.recipe());
        Trial trial = growths.computeIfAbsent(new Growth(best.recipe(), inner), growth -> {
            Excitation before = model.fit(inner.first(), run);
            return over(inner, period -> {
                run.check();
                return model.expected(before, inner.start(period), inner.days());
            });
        });
        if (!isBetter(trial, standing, gain(trial, standing, run))) {
            return chosen;
        }
        return new ForecastChoice(
                ForecastChoice.Method.SELF_EXCITING,
                ForecastChoice.Reason.PROVEN_GAIN,
                best.recipe(),
                Optional.of(model.fit(inner.end(), run)),
                gain(trial, trial(LoadRecipe.PLAIN_COUNTS, inner, run), run));
    }

    private boolean isBetter(Trial trial, Trial standing, Difference gain) {
        return gain.isGain()
                && trial.sureGain(standing, caution.deviations()) > 0
                && trial.total() >= caution.leastGain() * standing.total()
                && trial.hits() >= standing.hits();
    }

    private Difference gain(Trial trial, Trial other, Run run) {
        return trial.minus(other).difference(DRAWS, seed, caution.confidence(), run);
    }

    private Trial trial(LoadRecipe recipe, Inner inner, Run run) {
        Trial[] periods = new Trial[inner.count()];
        for (int k = 0; k < periods.length; k++) {
            run.check();
            periods[k] = trials.computeIfAbsent(
                    new Attempt(recipe, inner.start(k), inner.days()),
                    attempt -> tried(load.expected(recipe, attempt.from(), attempt.days()), attempt));
        }
        return Trial.joined(periods);
    }

    private Trial over(Inner inner, IntFunction<double[]> forecast) {
        Trial[] periods = new Trial[inner.count()];
        for (int k = 0; k < periods.length; k++) {
            Attempt attempt = new Attempt(LoadRecipe.PLAIN_COUNTS, inner.start(k), inner.days());
            periods[k] = tried(forecast.apply(k), attempt);
        }
        return Trial.joined(periods);
    }

    private Trial tried(double[] expected, Attempt attempt) {
        int[] happened = load.own().counts(attempt.from(), attempt.from() + attempt.days());
        return Trial.of(expected, happened, load.area(), share);
    }
}
