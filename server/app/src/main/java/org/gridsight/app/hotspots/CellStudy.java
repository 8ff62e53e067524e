package org.gridsight.app.hotspots;

import java.util.ArrayDeque;
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
import org.gridsight.spatial.hotspot.CellScores;
import org.gridsight.spatial.hotspot.FalseDiscovery;
import org.gridsight.spatial.hotspot.GetisOrd;
import org.gridsight.spatial.hotspot.Neighbourhood;
import org.gridsight.spatial.hotspot.SquareCells;

/**
 * Gi* on square cells of the town, empty ones too. Against the past of each cell it says "unusual"; without a past it
 * only finds where the town is busy, is never proven, and says so. Cells that touch are one hotspot.
 */
final class CellStudy implements Study {

    /** Fewer past cases cannot say what a cell expects. */
    private static final int FEWEST_PAST = 100;

    private static final int MOST = 100;

    private static final Text UNUSUAL = new Text(
            "{0}：{1} 至 {2} 此处 {3} 件，按以往预期 {4} 件，为预期的 {5} 倍（校正后 q = {6}）。",
            "{0}: {1} to {2} {3} cases here against {4} by the past, {5} times as many (corrected q = {6}).");
    private static final Text BUSY = new Text(
            "{0}：{1} 至 {2} 此处 {3} 件，全镇平均下为 {4} 件。此处繁忙；缺少以往数据，不能说明异常。",
            "{0}: {1} to {2} {3} cases here, {4} if all of the town were alike. Busy; without a past to compare with it does not say unusual.");

    /** Counts and what was expected, by cell. */
    private record Field(SquareCells cells, double[] counts, double[] expected, boolean byPast) {}

    @Override
    public HotspotMap map(Question question, Run run) {
        Field field = field(question);
        Parameters given = question.parameters().with("baseline", field.byPast() ? "PAST" : "NONE");
        Neighbourhood near = given.choice("neighbours").equals("DISTANCE")
                ? field.cells().within(given.number("distance"))
                : field.cells().queen();
        GetisOrd test = new GetisOrd(near);
        CellScores scores =
                field.byPast() ? test.excess(field.counts(), field.expected(), run) : test.scores(field.counts(), run);
        double[] p = scores.ps(run);
        BitSet hot = new FalseDiscovery(given.number("fdr")).believed(p);
        for (int cell = 0; cell < p.length; cell++) {
            hot.set(cell, hot.get(cell) && scores.z(cell) > 0);
        }
        double[] q = Corrected.of(p);
        List<Found> found = new ArrayList<>();
        for (int[] group : groups(field.cells(), hot)) {
            run.check();
            found.add(found(group, field, p, q, question));
        }
        found.sort(Comparator.comparingDouble((Found one) -> -one.strength().observed()));
        found = found.subList(0, Math.min(MOST, found.size()));
        Map<String, Object> statistics = new LinkedHashMap<>();
        statistics.put("cells", field.cells().size());
        statistics.put("hotCells", hot.cardinality());
        statistics.put("highestZ", Arrays.stream(scores.zs()).max().orElse(0));
        return new HotspotMap(
                AnalysisMethod.GISTAR,
                given.values(),
                question.filter().wire(),
                question.studied().size(),
                question.setAside(),
                null,
                sentence(question, found, field.byPast()),
                statistics,
                Found.ranked(found, question, AnalysisMethod.GISTAR));
    }

    private static Field field(Question question) {
        Parameters given = question.parameters();
        SquareCells cells = SquareCells.inside(question.terrain().outline(), given.number("cell"));
        double[] counts = cells.counts(question.studied().points());
        CaseSet past = question.history()
                .where(i -> question.history().day(i) < question.period().from());
        boolean wanted = !given.choice("baseline").equals("NONE");
        boolean byPast = wanted
                && past.size() >= FEWEST_PAST
                && past.size() >= question.studied().size();
        double all = Arrays.stream(counts).sum();
        double[] expected = new double[counts.length];
        Arrays.fill(expected, all / counts.length);
        if (byPast) {
            double[] before = cells.counts(past.points());
            double sum = Arrays.stream(before).sum();
            for (int cell = 0; cell < expected.length; cell++) {
                expected[cell] = sum == 0 ? expected[cell] : before[cell] * all / sum;
            }
        }
        return new Field(cells, counts, expected, byPast);
    }

    /** Hot cells that touch, corners included. */
    private static List<int[]> groups(SquareCells cells, BitSet hot) {
        Neighbourhood touching = cells.queen();
        BitSet left = (BitSet) hot.clone();
        List<int[]> groups = new ArrayList<>();
        for (int cell = left.nextSetBit(0); cell >= 0; cell = left.nextSetBit(0)) {
            List<Integer> group = new ArrayList<>();
            ArrayDeque<Integer> open = new ArrayDeque<>(List.of(cell));
            left.clear(cell);
            while (!open.isEmpty()) {
                int next = open.poll();
                group.add(next);
                touching.each(next, other -> {
                    if (left.get(other)) {
                        left.clear(other);
                        open.add(other);
                    }
                });
            }
            groups.add(group.stream().mapToInt(Integer::intValue).sorted().toArray());
        }
        return groups;
    }

    private static Found found(int[] group, Field field, double[] p, double[] q, Question question) {
        SquareCells cells = field.cells();
        BitSet in = new BitSet();
        Arrays.stream(group).forEach(in::set);
        CaseSet studied = question.studied();
        int[] members = IntStream.range(0, studied.size())
                .filter(i -> isIn(in, cells, studied, i))
                .toArray();
        double expected =
                Arrays.stream(group).mapToDouble(cell -> field.expected()[cell]).sum();
        int best = Arrays.stream(group)
                .boxed()
                .min(Comparator.comparingDouble(cell -> p[cell]))
                .orElseThrow();
        Hotspot.Proof proof = new Hotspot.Proof(p[best], q[best], Double.NaN);
        // without a past no level is low enough: busy is not unusual
        double level = field.byPast() ? question.parameters().number("fdr") : -1;
        Hotspot.Strength strength = Hotspot.Strength.tested(members.length, Math.max(expected, 0.01), proof, level);
        return new Found(
                members,
                question.terrain()
                        .squares(
                                Arrays.stream(group).mapToDouble(cells::centreX).toArray(),
                                Arrays.stream(group).mapToDouble(cells::centreY).toArray(),
                                cells.side()),
                strength,
                question.period(),
                Wording.with(
                        field.byPast() ? UNUSUAL : BUSY,
                        question.filter().words(),
                        Question.date(question.period().from()),
                        Question.date(question.period().to()),
                        members.length,
                        Wording.plain(expected),
                        Wording.plain(members.length / Math.max(expected, 0.01)),
                        Wording.small(q[best])),
                Trend.of(
                        question,
                        i -> isIn(in, cells, question.history(), i),
                        question.period().to(),
                        Optional.empty()));
    }

    private static boolean isIn(BitSet group, SquareCells cells, CaseSet cases, int i) {
        int cell = cells.at(cases.points().x(i), cases.points().y(i));
        return cell >= 0 && group.get(cell);
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
