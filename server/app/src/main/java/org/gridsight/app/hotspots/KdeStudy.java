package org.gridsight.app.hotspots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.KernelDensity;
import org.gridsight.spatial.hotspot.scan.Days;

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
        SquareLayout cells = SquareLayout.inside(question.terrain(), given.number("cell"));
        PlacedQuestion placed = PlacedQuestion.of(question, cells, run);
        double[] density = new KernelDensity(question.studied().points(), given.number("sigma")).on(cells.cells(), run);
        double highest = Arrays.stream(density).max().orElse(0);
        List<Found> found = new ArrayList<>();
        for (double step : STEPS) {
            run.check();
            BitSet above = new BitSet();
            IntStream.range(0, density.length)
                    .filter(cell -> highest > 0 && density[cell] >= step * highest)
                    .forEach(above::set);
            if (!above.isEmpty()) {
                found.add(found(above, step, placed));
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

    private static Found found(BitSet above, double step, PlacedQuestion placed) {
        int[] members = placed.studied().members(above);
        Days period = placed.question().period();
        return new Found(
                members,
                placed.ground(above),
                Hotspot.Strength.untested(members.length),
                period,
                SENTENCE.with(Long.toString(Math.round(step * 100)), Integer.toString(members.length)),
                placed.trend(above, period.to()));
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
