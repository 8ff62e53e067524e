package org.gridsight.app.hotspots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.CellExcess;
import org.gridsight.spatial.hotspot.CellScores;
import org.gridsight.spatial.hotspot.FalseDiscovery;
import org.gridsight.spatial.hotspot.GetisOrd;
import org.gridsight.spatial.hotspot.Neighbourhood;
import org.gridsight.spatial.hotspot.SquareCells;
import org.jspecify.annotations.Nullable;

/**
 * Gi* on square cells of the town, empty ones too. Against the past of each cell it says "unusual"; without a past it
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
    private record Field(
            SquareCells cells, Neighbourhood near, double[] expected, double[] p, BitSet hot, boolean byPast) {

        /** Hot cells with those near them: that is what was counted and tested. */
        int[] tested(int[] group) {
            BitSet all = new BitSet();
            Arrays.stream(group).forEach(cell -> near.each(cell, all::set));
            return all.stream().toArray();
        }
    }

    @Override
    public HotspotMap map(Question question, Run run) {
        SquareCells cells = SquareCells.inside(
                question.terrain().outline(), question.parameters().number("cell"));
        Field field = field(question, cells, run);
        double[] q = Corrected.of(field.p());
        List<Found> found = new ArrayList<>();
        for (int[] group : CellGroups.of(cells, field.hot())) {
            run.check();
            found.add(found(group, field, q, question));
        }
        found.sort(Comparator.comparingDouble((Found one) -> -one.strength().observed()));
        found = found.subList(0, Math.min(MOST, found.size()));
        Map<String, Object> statistics = new LinkedHashMap<>();
        statistics.put("cells", cells.size());
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

    private static Field field(Question question, SquareCells cells, Run run) {
        Parameters given = question.parameters();
        Neighbourhood near =
                given.choice("neighbours").equals("DISTANCE") ? cells.within(given.number("distance")) : cells.queen();
        FalseDiscovery discovery = new FalseDiscovery(given.number("fdr"));
        double[] counts = cells.counts(question.studied().points());
        double all = Arrays.stream(counts).sum();
        CaseSet history = question.history();
        CaseSet past = history.where(i -> history.day(i) < question.period().from());
        double[] expected = new double[counts.length];
        if (!given.choice("baseline").equals("NONE") && past.size() >= FEWEST_PAST) {
            double[] before = cells.counts(past.points());
            double ofPast = Arrays.stream(before).sum();
            Arrays.setAll(expected, cell -> ofPast == 0 ? 0 : before[cell] * all / ofPast);
            CellExcess.Excesses excesses = new CellExcess(near, discovery).of(counts, before, run);
            BitSet believed = new BitSet();
            IntStream.range(0, cells.size()).filter(excesses::believed).forEach(believed::set);
            double[] p =
                    IntStream.range(0, cells.size()).mapToDouble(excesses::p).toArray();
            return new Field(cells, near, expected, p, believed, true);
        }
        Arrays.fill(expected, all / counts.length);
        CellScores scores = new GetisOrd(near).scores(counts, run);
        double[] p = scores.ps(run);
        BitSet hot = discovery.believed(p);
        for (int cell = 0; cell < p.length; cell++) {
            hot.set(cell, hot.get(cell) && scores.z(cell) > 0);
        }
        return new Field(cells, near, expected, p, hot, false);
    }

    private static Found found(int[] hot, Field field, double[] q, Question question) {
        int[] group = field.tested(hot);
        SquareCells cells = field.cells();
        BitSet in = new BitSet();
        Arrays.stream(group).forEach(in::set);
        CaseSet studied = question.studied();
        int[] members = IntStream.range(0, studied.size())
                .filter(i -> CellGroups.holds(in, cells, studied, i))
                .toArray();
        double expected =
                Arrays.stream(group).mapToDouble(cell -> field.expected()[cell]).sum();
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
                Ground.of(question.terrain().of(cells, group)),
                strength,
                question.period(),
                sentence(question, strength, field.byPast()),
                Trend.of(
                        question,
                        i -> CellGroups.holds(in, cells, question.history(), i),
                        question.period().to(),
                        Optional.empty()));
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
