package org.gridsight.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.forecast.BackTestResult;
import org.gridsight.spatial.hotspot.forecast.ForecastChoice;
import org.gridsight.spatial.hotspot.forecast.LoadForecast;

/**
 * Pooled PAI of our forecast beside plain counts of the whole past, on real cases; kinds that borrow from all kinds
 * are also forecast alone. Worse results are printed like better ones. The rule that chooses a way was set while looking
 * at these very cases; {@link HeldOut} tells what it is worth where nobody looked.
 */
final class Forecasts {

    private static final long SEED = 20_260_101;

    private final double share;
    private final int cellMetres;
    private final ExecutorService pool;
    private final int threads;

    private Forecasts(double share, int cellMetres, ExecutorService pool, int threads) {
        this.share = share;
        this.cellMetres = cellMetres;
        this.pool = pool;
        this.threads = threads;
    }

    public static void main(String[] texts) throws IOException {
        Arguments arguments = new Arguments(texts);
        Path data = Path.of(arguments.text("data", "../shared/data/points"));
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (String cell : arguments.text("cells", "150,200,250").split(",", -1)) {
                Forecasts forecasts = new Forecasts(
                        Double.parseDouble(arguments.text("share", "0.01")), Integer.parseInt(cell), pool, threads);
                for (ForecastTask task : ForecastTask.all(data, forecasts.cellMetres)) {
                    forecasts.print(task);
                    if (task.borrows()) {
                        forecasts.print(task.alone());
                    }
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private void print(ForecastTask task) {
        Run run = Run.on(pool, threads, share -> {});
        long start = System.nanoTime();
        LoadForecast ours = task.forecast(share, SEED);
        Map<String, Integer> choices = new TreeMap<>();
        BackTestResult result = task.backTest()
                .result(
                        (from, days, inner) -> {
                            ForecastChoice choice = ours.choice(from, days, inner);
                            choices.merge(words(choice), 1, Integer::sum);
                            return ours.expected(choice, from, days);
                        },
                        share,
                        SEED,
                        run);
        double seconds = (System.nanoTime() - start) / 1e9;
        String figures = String.format(
                Locale.ROOT,
                "PAI %.2f, plain %.2f, difference %+.2f (%+.2f to %+.2f); PEI %.2f, plain %.2f; n %d; %s; %.1f s",
                result.ours().pai(),
                result.plain().pai(),
                result.gain().value(),
                result.gain().low(),
                result.gain().high(),
                result.ours().pei(),
                result.plain().pei(),
                result.ours().cases(),
                choices,
                seconds);
        Row.print(
                Forecasts.class,
                task.name() + ", " + cellMetres + " m cells, " + share * 100 + " % of area",
                figures,
                "not worse");
    }

    private static String words(ForecastChoice choice) {
        return switch (choice.method()) {
            case PLAIN_COUNTS -> "plain counts (" + choice.reason().name().toLowerCase(Locale.ROOT) + ")";
            case LOAD -> choice.recipe().toString().replace("LoadRecipe", "");
            case SELF_EXCITING ->
                "self-exciting on " + choice.recipe().toString().replace("LoadRecipe", "");
        };
    }
}
