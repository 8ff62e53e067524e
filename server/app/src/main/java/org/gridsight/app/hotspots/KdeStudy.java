package org.gridsight.app.hotspots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.KernelDensity;
import org.gridsight.spatial.hotspot.SquareCells;

/** A picture of where much happens, in four steps of the highest density. Display only, and the words say so. */
final class KdeStudy implements Study {

    private static final double[] STEPS = {0.8, 0.6, 0.4, 0.2};
    private static final double SQUARE_KILOMETRE = 1e6;

    private static final Text SENTENCE = new Text(
            "密度高于最高处 {0} % 的区域：{1} 件。仅供显示，未作检验。",
            "Where density exceeds {0} % of the highest: {1} cases. For display only, no test.");

    @Override
    public HotspotMap map(Question question, Run run) {
        Parameters given = question.parameters();
        SquareCells cells = SquareCells.inside(question.terrain().outline(), given.number("cell"));
        double[] density = new KernelDensity(question.studied().points(), given.number("sigma")).on(cells, run);
        double highest = Arrays.stream(density).max().orElse(0);
        List<Found> found = new ArrayList<>();
        for (double step : STEPS) {
            run.check();
            BitSet above = new BitSet();
            IntStream.range(0, density.length)
                    .filter(cell -> highest > 0 && density[cell] >= step * highest)
                    .forEach(above::set);
            if (!above.isEmpty()) {
                found.add(found(above, step, cells, question));
            }
        }
        Map<String, Object> statistics = new LinkedHashMap<>();
        statistics.put("cells", cells.size());
        statistics.put("highestPerSquareKilometre", highest * SQUARE_KILOMETRE);
        return new HotspotMap(
                AnalysisMethod.KDE,
                given.values(),
                question.filter().wire(),
                question.studied().size(),
                question.setAside(),
                null,
                sentence(question),
                statistics,
                Found.ranked(found, question, AnalysisMethod.KDE));
    }

    private static Found found(BitSet above, double step, SquareCells cells, Question question) {
        CaseSet cases = question.studied();
        int[] members = IntStream.range(0, cases.size())
                .filter(i -> CellGroups.holds(above, cells, cases, i))
                .toArray();
        return new Found(
                members,
                Ground.of(question.terrain().of(cells, above.stream().toArray())),
                Hotspot.Strength.untested(members.length),
                question.period(),
                SENTENCE.with(Long.toString(Math.round(step * 100)), Integer.toString(members.length)),
                Trend.of(
                        question,
                        i -> CellGroups.holds(above, cells, question.history(), i),
                        question.period().to(),
                        Optional.empty()));
    }

    private static Text sentence(Question question) {
        return question.studied().size() < Hotspot.Strength.FEWEST
                ? Wording.tooFew(question)
                : Wording.with(
                        new Text(
                                "{0}：{1} 件的密度图。颜色只表示多少，不作证据；镇中心天天最高。",
                                "{0}: density of {1} cases. Colour shows how many, it is no evidence; the centre leads every day."),
                        question.filter().words(),
                        question.studied().size());
    }
}
