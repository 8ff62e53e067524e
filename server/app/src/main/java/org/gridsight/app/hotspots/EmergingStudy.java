package org.gridsight.app.hotspots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;
import org.gridsight.spatial.hotspot.EmergingClass;
import org.gridsight.spatial.hotspot.EmergingClasses;
import org.gridsight.spatial.hotspot.FalseDiscovery;
import org.gridsight.spatial.hotspot.scan.Days;

/**
 * How places became busy: new, lasting, rising, on and off. Cells of one class that touch are one hotspot. Proven is only
 * a trend that rises: a place that was always busy is no news, and the words say so.
 */
final class EmergingStudy implements Study {

    private static final int MOST = 100;

    /** Of all periods together: four arrays of so many numbers are held at once. */
    private static final long MOST_VALUES = 1L << 24;

    private static final Map<EmergingClass, Text> NAMES = new EnumMap<>(Map.of(
            EmergingClass.NEW_HOT, new Text("新出现的热点", "newly hot"),
            EmergingClass.CONSECUTIVE_HOT, new Text("连续热点", "hot for several periods now"),
            EmergingClass.INTENSIFYING_HOT, new Text("加剧的热点", "hot and rising"),
            EmergingClass.PERSISTENT_HOT, new Text("持续热点", "always hot"),
            EmergingClass.DIMINISHING_HOT, new Text("减弱的热点", "hot and falling"),
            EmergingClass.SPORADIC_HOT, new Text("间歇热点", "hot on and off"),
            EmergingClass.OSCILLATING_HOT, new Text("冷热交替", "hot now, cold before"),
            EmergingClass.HISTORICAL_HOT, new Text("历史热点", "hot in the past, not now")));

    private static final Text SENTENCE = new Text(
            "{0}：{1}，最近两期 {2} 件，全镇平均下为 {3} 件（趋势 p = {4}）。",
            "{0}: {1}, {2} cases in the last two periods, {3} if all of the town were alike (trend p = {4}).");

    /** The cube: counts by period, oldest first, and what became of the cells. */
    private record Cube(PlacedQuestion placed, double[][] counts, int periodDays, EmergingClasses.Courses courses) {

        int cells() {
            return placed.cells().size();
        }
    }

    @Override
    public HotspotMap map(Question question, Run run) {
        Cube cube = cube(question, run);
        double[] q = trends(cube);
        List<Found> found = new ArrayList<>();
        Map<String, Integer> classes = new TreeMap<>();
        for (EmergingClass sort : EmergingClass.values()) {
            BitSet in = new BitSet();
            IntStream.range(0, cube.cells())
                    .filter(cell -> cube.courses().of(cell) == sort)
                    .forEach(in::set);
            if (!in.isEmpty()) {
                classes.put(sort.name(), in.cardinality());
            }
            if (NAMES.containsKey(sort)) {
                for (int[] group : cube.placed().groups(in)) {
                    run.check();
                    found.add(found(group, sort, cube, q));
                }
            }
        }
        found.sort(Comparator.comparingInt((Found one) -> -one.strength().observed()));
        found = found.subList(0, Math.min(MOST, found.size()));
        Map<String, Object> statistics = new LinkedHashMap<>();
        statistics.put("periods", cube.counts().length);
        statistics.put("cells", cube.cells());
        statistics.put("classes", classes);
        return new HotspotMap(
                AnalysisMethod.EMERGING,
                question.parameters().values(),
                question.filter().wire(),
                question.studied().size(),
                question.setAside(),
                null,
                sentence(question, cube, found),
                statistics,
                Found.ranked(found, question, AnalysisMethod.EMERGING));
    }

    private static Cube cube(Question question, Run run) {
        Parameters given = question.parameters();
        int periodDays = given.choice("period").equals("WEEK") ? 7 : 28;
        PlacedQuestion placed = PlacedQuestion.of(question, CellLayout.of(question), run);
        // whole periods, counted back from the last day
        int periods = question.period().length() / periodDays;
        checkSize(placed.cells().size(), periods);
        double[][] counts = new double[periods][placed.cells().size()];
        CaseSet cases = question.studied();
        for (int i = 0; i < cases.size(); i++) {
            int back = (question.period().to() - cases.day(i)) / periodDays;
            int cell = placed.studied().cell()[i];
            if (back < periods && cell >= 0) {
                counts[periods - 1 - back][cell]++;
            }
        }
        EmergingClasses classes = new EmergingClasses(placed.touching(), new FalseDiscovery(given.number("fdr")));
        return new Cube(placed, counts, periodDays, classes.courses(counts, run));
    }

    /** Asked before the counts are made. */
    static void checkSize(int cells, int periods) {
        if ((long) cells * periods > MOST_VALUES) {
            throw new UnusableInput(cells + " cells in " + periods
                    + " periods are too many; take larger cells, longer periods or a later first day");
        }
    }

    /** The p-values of the trends of all cells, corrected for their number. */
    private static double[] trends(Cube cube) {
        return Corrected.of(IntStream.range(0, cube.cells())
                .mapToDouble(cell -> cube.courses().trend(cell).p())
                .toArray());
    }

    /** Counted where it was tested: the cells with those near them, in the last period and the one before. */
    private static Found found(int[] core, EmergingClass sort, Cube cube, double[] q) {
        PlacedQuestion placed = cube.placed();
        Question question = placed.question();
        BitSet in = new BitSet();
        Arrays.stream(core).forEach(cell -> placed.touching().each(cell, in::set));
        int end = question.period().to();
        Days last = new Days(end - 2 * cube.periodDays() + 1, end);
        int[] members = Arrays.stream(placed.studied().members(in))
                .filter(i -> last.contains(question.studied().day(i)))
                .toArray();
        double expected = lastTwo(cube) * in.cardinality() / cube.cells();
        int best = Arrays.stream(core)
                .boxed()
                .min(Comparator.comparingDouble(cell -> q[cell]))
                .orElseThrow();
        double p = cube.courses().trend(best).p();
        boolean rises = cube.courses().trend(best).z() > 0;
        Hotspot.Proof proof = new Hotspot.Proof(p, q[best], Double.NaN);
        Hotspot.Strength strength =
                Hotspot.Strength.tested(members.length, Math.max(expected, 0.01), proof, rises ? ScanStudy.LEVEL : -1);
        Text words = Wording.with(
                SENTENCE,
                question.filter().words(),
                Objects.requireNonNull(NAMES.get(sort)),
                members.length,
                Wording.plain(expected),
                Wording.small(p));
        return new Found(members, placed.ground(in), strength, last, words, placed.trend(in, last.to()));
    }

    private static double lastTwo(Cube cube) {
        int periods = cube.counts().length;
        return Arrays.stream(cube.counts()[periods - 1]).sum()
                + Arrays.stream(cube.counts()[periods - 2]).sum();
    }

    private static Text sentence(Question question, Cube cube, List<Found> found) {
        if (cube.counts().length < EmergingClasses.FEWEST_PERIODS) {
            return Wording.with(
                    new Text("{0}：只有 {1} 个时段，至少需要 {2} 个才能看出变化。", "{0}: only {1} periods; a course needs at least {2}."),
                    question.filter().words(),
                    cube.counts().length,
                    EmergingClasses.FEWEST_PERIODS);
        }
        if (question.studied().size() < Hotspot.Strength.FEWEST) {
            return Wording.tooFew(question);
        }
        long proven = found.stream().filter(one -> one.strength().proven()).count();
        return Wording.with(
                new Text(
                        "{0}：{1} 处繁忙，其中 {2} 处上升已证实。一直繁忙不等于异常。",
                        "{0}: {1} busy places, {2} of them proven to rise. Always busy does not mean unusual."),
                question.filter().words(),
                found.size(),
                proven);
    }
}
