package org.gridsight.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.forecast.BackTestResult;
import org.gridsight.spatial.hotspot.forecast.Caution;
import org.gridsight.spatial.hotspot.forecast.ForecastChoice;
import org.gridsight.spatial.hotspot.forecast.LoadForecast;

/**
 * What the forecast is worth where nobody looked: the caution of its rule is chosen on the cases of one city alone and
 * tried on those of the other, and the other way round. Chosen is the caution under which no kind of the city lost and
 * the kinds together gained most; between equal ones the strictest. The row says what was chosen. The kinds of one city
 * are never held out against each other, because they share streets and weeks.
 */
final class HeldOut {

    private static final long SEED = 20_260_101;
    private static final double[] DEVIATIONS = {3, 2, 1};
    private static final double[] LEAST_GAINS = {1.02, 1.01, 1};
    private static final double CONFIDENCE = 0.99;

    private final double share;
    private final List<Caution> cautions = new ArrayList<>();

    private HeldOut(double share) {
        this.share = share;
        for (double deviations : DEVIATIONS) {
            for (double leastGain : LEAST_GAINS) {
                cautions.add(new Caution(deviations, leastGain, CONFIDENCE));
            }
        }
    }

    /** How a kind of a city did under each caution. */
    private record Course(ForecastTask task, List<BackTestResult> results) {

        double gain(int caution) {
            BackTestResult result = results.get(caution);
            return result.ours().pai() / result.plain().pai() - 1;
        }
    }

    public static void main(String[] texts) throws IOException {
        Arguments arguments = new Arguments(texts);
        Path data = Path.of(arguments.text("data", "../shared/data/points"));
        int cellMetres = arguments.number("cell", 150);
        HeldOut heldOut = new HeldOut(Double.parseDouble(arguments.text("share", "0.01")));
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Course> courses = new ArrayList<>();
            for (ForecastTask task : ForecastTask.all(data, cellMetres)) {
                courses.add(heldOut.course(task, Run.on(pool, threads, done -> {})));
            }
            for (Course course : courses) {
                heldOut.print(course, courses, cellMetres);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private Course course(ForecastTask task, Run run) {
        LoadForecast forecast = task.forecast(share, SEED);
        List<BackTestResult> results = new ArrayList<>();
        for (Caution caution : cautions) {
            LoadForecast cautious = forecast.with(caution);
            results.add(task.backTest()
                    .result(
                            (from, days, inner) -> {
                                ForecastChoice choice = cautious.choice(from, days, inner);
                                return cautious.expected(choice, from, days);
                            },
                            share,
                            SEED,
                            run));
        }
        return new Course(task, results);
    }

    /** The number of the caution that did best in the other cities. */
    private int chosen(String city, List<Course> courses) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int caution = 0; caution < cautions.size(); caution++) {
            double sum = 0;
            double worst = 0;
            for (Course course : courses) {
                if (!course.task.city().equals(city)) {
                    sum += course.gain(caution);
                    worst = Math.min(worst, course.gain(caution));
                }
            }
            double worth = worst < 0 ? worst - 1 : sum;
            if (worth > most + 1e-12) {
                most = worth;
                best = caution;
            }
        }
        return best;
    }

    private void print(Course course, List<Course> courses, int cellMetres) {
        int caution = chosen(course.task.city(), courses);
        BackTestResult result = course.results.get(caution);
        Row.print(
                HeldOut.class,
                course.task.name() + ", held out, " + cellMetres + " m cells, " + share * 100 + " % of area",
                String.format(
                        Locale.ROOT,
                        "PAI %.2f, plain %.2f, difference %+.2f (%+.2f to %+.2f); n %d; %s, chosen in the other city",
                        result.ours().pai(),
                        result.plain().pai(),
                        result.gain().value(),
                        result.gain().low(),
                        result.gain().high(),
                        result.ours().cases(),
                        cautions.get(caution)),
                "not worse");
    }
}
