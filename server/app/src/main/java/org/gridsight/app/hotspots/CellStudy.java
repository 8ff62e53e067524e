package org.gridsight.app.hotspots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.CellExcess;
import org.gridsight.spatial.hotspot.CellScores;
import org.gridsight.spatial.hotspot.FalseDiscovery;
import org.gridsight.spatial.hotspot.GetisOrd;
import org.gridsight.spatial.hotspot.Neighbourhood;
import org.jspecify.annotations.Nullable;

/**
 * Gi* on cells of the town, empty ones too: squares, or hexagons of H3. Against the past of each cell it says "unusual"; without a past it
 * only finds where the town is busy, is never proven, and says so. Cells that touch are one hotspot.
 */
final class CellStudy implements Study {

    /** Fewer past cases cannot say what a cell expects. */
    private static final int FEWEST_PAST = 50;

    private static final int MOST = 100;

    private static final Text UNUSUAL = new Text(
            "{0}：{1} 至 {2} 此处 {3} 件，按以往预期 {4} 件，为预期的 {5} 倍（校正后 q = {6}）。",
            "{0}: {1} to {2} {3} cases here against {4} by the past, {5} times as many (corrected q = {6}).");
    private static final Text BUSY = new Text(
            "{0}：{1} 至 {2} 此处 {3} 件，全镇平均下为 {4} 件。此处繁忙；缺少以往数据，不能说明异常。",
            "{0}: {1} to {2} {3} cases here, {4} if all of the town were alike. Busy; without a past to compare with it does not say unusual.");

    /**
     * What was tested.
     *
     * @param expected by the past of the cells, or all cells alike
     */
    private record Field(Neighbourhood near, double[] expected, double[] p, BitSet hot, boolean byPast) {

        /** Hot cells with those near them: that is what was counted and tested. */
        BitSet tested(int[] group) {
            BitSet all = new BitSet();
            Arrays.stream(group).forEach(cell -> near.each(cell, all::set));
            return all;
        }
    }

    @Override
    public HotspotMap map(Question question, Run run) {
        PlacedQuestion placed = PlacedQuestion.of(question, CellLayout.of(question), run);
        Field field = field(placed, run);
        double[] q = Corrected.of(field.p());
        List<Found> found = new ArrayList<>();
        for (int[] group : busiest(placed, field)) {
            run.check();
            found.add(found(group, field, q, placed));
        }
        Map<String, Object> statistics = new LinkedHashMap<>();
        statistics.put("cells", placed.cells().size());
        statistics.put("hotCells", field.hot().cardinality());
        statistics.put("lowestP", Arrays.stream(field.p()).min().orElse(1));
        return new HotspotMap(
                AnalysisMethod.GISTAR,
                question.parameters()
                        .with("baseline", field.byPast() ? "PAST" : "NONE")
                        .values(),
                question.filter().wire(),
                question.studied().size(),
                question.setAside(),
                null,
                sentence(question, found, field.byPast()),
                statistics,
                Found.ranked(found, question, AnalysisMethod.GISTAR));
    }

    /** Hot cells that touch, most cases first, no more than a map can show. */
    private static List<int[]> busiest(PlacedQuestion placed, Field field) {
        double[] counts = placed.studied().counts();
        return placed.groups(field.hot()).stream()
                .sorted(Comparator.comparingDouble(group -> -field.tested(group).stream()
                        .mapToDouble(cell -> counts[cell])
                        .sum()))
                .limit(MOST)
                .toList();
    }

    private static Field field(PlacedQuestion placed, Run run) {
        Question question = placed.question();
        Parameters given = question.parameters();
        int cells = placed.cells().size();
        Neighbourhood near = given.choice("neighbours").equals("DISTANCE")
                ? placed.cells().within(given.number("distance"))
                : placed.touching();
        FalseDiscovery discovery = new FalseDiscovery(given.number("fdr"));
        double[] counts = placed.studied().counts();
        double all = Arrays.stream(counts).sum();
        CaseSet history = question.history();
        IntPredicate isPast = i -> history.day(i) < question.period().from();
        double[] expected = new double[counts.length];
        if (!given.choice("baseline").equals("NONE")
                && IntStream.range(0, history.size()).filter(isPast).count() >= FEWEST_PAST) {
            double[] before = placed.history().counts(isPast);
            double ofPast = Arrays.stream(before).sum();
            Arrays.setAll(expected, cell -> ofPast == 0 ? 0 : before[cell] * all / ofPast);
            CellExcess.Excesses excesses = new CellExcess(near, discovery).of(counts, before, run);
            BitSet believed = new BitSet();
            IntStream.range(0, cells).filter(excesses::believed).forEach(believed::set);
            double[] p = IntStream.range(0, cells).mapToDouble(excesses::p).toArray();
            return new Field(near, expected, p, believed, true);
        }
        Arrays.fill(expected, all / counts.length);
        CellScores scores = new GetisOrd(near).scores(counts, run);
        double[] p = scores.ps(run);
        BitSet hot = discovery.believed(p);
        for (int cell = 0; cell < p.length; cell++) {
            hot.set(cell, hot.get(cell) && scores.z(cell) > 0);
        }
        return new Field(near, expected, p, hot, false);
    }

    private static Found found(int[] hot, Field field, double[] q, PlacedQuestion placed) {
        Question question = placed.question();
        BitSet in = field.tested(hot);
        int[] members = placed.studied().members(in);
        double expected =
                in.stream().mapToDouble(cell -> field.expected()[cell]).sum();
        int best = Arrays.stream(hot)
                .boxed()
                .min(Comparator.comparingDouble(cell -> field.p()[cell]))
                .orElseThrow();
        Hotspot.Proof proof = new Hotspot.Proof(field.p()[best], q[best], Double.NaN);
        // without a past no level is low enough: busy is not unusual
        double level = field.byPast() ? question.parameters().number("fdr") : -1;
        Hotspot.Strength strength = Hotspot.Strength.tested(members.length, Math.max(expected, 0.01), proof, level);
        return new Found(
                members,
                placed.ground(in),
                strength,
                question.period(),
                sentence(question, strength, field.byPast()),
                placed.trend(in, question.period().to()));
    }

    private static Text sentence(Question question, Hotspot.Strength strength, boolean byPast) {
        return Wording.with(
                byPast ? UNUSUAL : BUSY,
                question.filter().words(),
                Question.date(question.period().from()),
                Question.date(question.period().to()),
                strength.observed(),
                Wording.plain(number(strength.expected())),
                Wording.plain(number(strength.ratio())),
                Wording.small(number(strength.qValue())));
    }

    private static double number(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private static Text sentence(Question question, List<Found> found, boolean byPast) {
        if (question.studied().size() < Hotspot.Strength.FEWEST) {
            return Wording.tooFew(question);
        }
        Text pattern = byPast
                ? new Text(
                        "{0}：{1} 件中，{2} 处多于以往（已校正多重检验）。",
                        "{0}: {2} places with more than before among {1} cases (corrected for many tests).")
                : new Text(
                        "{0}：{1} 件中，{2} 处繁忙。缺少以往数据，繁忙不等于异常。",
                        "{0}: {2} busy places among {1} cases. Without a past to compare with, busy does not mean unusual.");
        return Wording.with(
                pattern, question.filter().words(), question.studied().size(), found.size());
    }
}
