package org.gridsight.spatial.hotspot.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;

/**
 * The space-time permutation scan (Kulldorff, Heffernan, Hartman, Assuncao and Mostashari, PLoS Medicine 2:e59, 2005):
 * is there a circle and a window of days with more cases than the circle's share of the town's cases on those days?
 * Needs cases only, no population. A place that is always busy, and days that are busy everywhere, are no cluster.
 *
 * <p>Exact: every cylinder is weighed or shown to be worse than the best. Cost per replica: cases in all circles times
 * the windows around each, most of them dismissed by one comparison. The answer depends on cases (not on their order),
 * options and seed, never on the number of threads. Limits: a circle holds at most half of all cases; fewer than
 * {@value #FEWEST_CASES} cases are not scanned.
 */
public final class SpaceTimeScan {

    /** Below it even the clearest cluster could hardly reach p 0.05. */
    public static final int FEWEST_CASES = 10;

    /** Clusters reported at most. */
    public static final int MOST_CLUSTERS = 10;

    private final DatedPoints cases;
    private final Days period;
    private final Cylinders cylinders;
    private final Optional<double[]> expected;

    /** Over the days from the first case to the last; the days themselves are the base of what is expected. */
    public SpaceTimeScan(DatedPoints cases, Cylinders cylinders) {
        this(cases, cases.period(), cylinders, Optional.empty());
    }

    private SpaceTimeScan(DatedPoints cases, Days period, Cylinders cylinders, Optional<double[]> expected) {
        this.cases = cases;
        this.period = period;
        this.cylinders = cylinders;
        this.expected = expected;
    }

    /** Over other days: cases outside of them are left out, days without a case count. */
    public SpaceTimeScan over(Days other) {
        return new SpaceTimeScan(cases, other, cylinders, Optional.empty());
    }

    /**
     * Against a curve of what the town expects on each day, instead of what came on the
     * very days: a cluster in the high season of its kind then no longer hides itself in the days' totals. Places keep
     * their share. The replicas still deal the true days, so the test stays exact however wrong the curve is.
     *
     * @throws org.gridsight.spatial.UnusableInput when the curve does not cover the period
     */
    public SpaceTimeScan expecting(DayCurve curve) {
        return new SpaceTimeScan(cases, period, cylinders, Optional.of(curve.over(period)));
    }

    /** Looks at the data and at the replicas. */
    public ScanResult result(Replicas replicas, Run run) {
        int[] inside = inside();
        Optional<ScanResult.Verdict> silence = silence(inside);
        if (silence.isPresent()) {
            return new ScanResult(silence.get(), period, inside.length, List.of(), 0);
        }
        PlanarPoints places = places(inside);
        Circles circles = new Circles(places, cylinders, run);
        if (circles.size() == 1) {
            return new ScanResult(ScanResult.Verdict.ONE_PLACE, period, inside.length, List.of(), 0);
        }
        Steps steps = new Steps(period, cylinders.stepDays());
        int[] days = Arrays.stream(inside).map(i -> steps.of(cases.day(i))).toArray();
        Dealings dealings = new Dealings(circles, days, base(inside, steps), cylinders);
        List<Sweep.Best> found = dealings.found(MOST_CLUSTERS, run);
        double highest = found.isEmpty() ? 0 : found.get(0).ratio();
        Maxima maxima = found.isEmpty() ? Maxima.none() : dealings.replicas(replicas, highest, run);
        List<ScanCluster> clusters = new ArrayList<>();
        for (Sweep.Best best : found) {
            clusters.add(cluster(best, circles, inside, dealings, maxima));
        }
        run.report(1);
        return new ScanResult(ScanResult.Verdict.SCANNED, period, inside.length, List.copyOf(clusters), maxima.count());
    }

    private int[] inside() {
        return IntStream.range(0, cases.size())
                .filter(i -> period.contains(cases.day(i)))
                .toArray();
    }

    private Optional<ScanResult.Verdict> silence(int[] inside) {
        if (inside.length < FEWEST_CASES) {
            return Optional.of(ScanResult.Verdict.TOO_FEW_CASES);
        }
        int first = cases.day(inside[0]);
        return Arrays.stream(inside).allMatch(i -> cases.day(i) == first)
                ? Optional.of(ScanResult.Verdict.ONE_DAY)
                : Optional.empty();
    }

    private PlanarPoints places(int[] inside) {
        PlanarPoints all = cases.places();
        return PlanarPoints.of(
                Arrays.stream(inside).mapToDouble(all::x).toArray(),
                Arrays.stream(inside).mapToDouble(all::y).toArray());
    }

    private DayBase base(int[] inside, Steps steps) {
        double[] totals = new double[period.length()];
        for (int i : inside) {
            totals[cases.day(i) - period.from()]++;
        }
        return DayBase.of(steps.sums(expected.orElse(totals)), inside.length);
    }

    private ScanCluster cluster(Sweep.Best best, Circles circles, int[] inside, Dealings dealings, Maxima maxima) {
        int[] joined = circles.joined(best.centre());
        Set<Integer> cells = new HashSet<>();
        for (int k = 0; k < best.places(); k++) {
            cells.add(joined[k]);
        }
        Days days = new Steps(period, cylinders.stepDays()).days(best.from(), best.to());
        List<Integer> members = IntStream.range(0, inside.length)
                .filter(i -> cells.contains(circles.cellOf(i)) && days.contains(cases.day(inside[i])))
                .mapToObj(i -> inside[i])
                .toList();
        return new ScanCluster(
                new ScanCluster.Circle(
                        circles.x(best.centre()),
                        circles.y(best.centre()),
                        circles.radius(best.centre(), best.places())),
                days,
                new ScanCluster.Strength(best.observed(), dealings.expected(best), best.ratio()),
                maxima.proof(best.ratio(), cylinders.windows() == Cylinders.Windows.PROSPECTIVE),
                members);
    }
}
