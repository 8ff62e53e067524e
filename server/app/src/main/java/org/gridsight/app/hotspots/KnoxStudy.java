package org.gridsight.app.hotspots;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.Knox;

/**
 * Whether one case is followed by others near by and soon. The test is about all cases together; the chains on the map
 * only show where such cases lie, none of them is tested.
 */
final class KnoxStudy implements Study {

    private static final Text SENTENCE = new Text(
            "{0}：{1} 米、{2} 天以内的成对事件 {3} 对，偶然应为 {4} 对（p = {5}）：{6}",
            "{0}: {3} pairs within {1} m and {2} days against {4} by chance (p = {5}): {6}");
    private static final Text REPEATS = new Text("近处、近期会再发生。", "one tends to be followed by another near by and soon.");
    private static final Text CHANCE = new Text("看不出近处再发生的规律。", "no sign that one is followed by another.");

    @Override
    public HotspotMap map(Question question, Run run) {
        CaseSet cases = question.studied();
        Parameters given = question.parameters();
        int[] days = IntStream.range(0, cases.size()).map(cases::day).toArray();
        Knox.Interaction pairs = new Knox(cases.points(), days, given.number("distance"), given.whole("days"))
                .test(given.whole("permutations"), given.seed(), run);
        Map<String, Object> statistics = new LinkedHashMap<>();
        statistics.put("observed", pairs.observed());
        statistics.put("expected", pairs.expected());
        statistics.put("ratio", pairs.expected() > 0 ? pairs.ratio() : null);
        statistics.put("pValue", pairs.p());
        statistics.put("permutations", pairs.permutations());
        Question chains = question.with(given.with("eps", given.number("distance"))
                .with("epsDays", given.number("days"))
                .with("minPoints", 3));
        return new HotspotMap(
                AnalysisMethod.KNOX,
                given.values(),
                question.filter().wire(),
                cases.size(),
                question.setAside(),
                null,
                sentence(question, pairs),
                statistics,
                new DensityStudy(AnalysisMethod.KNOX).map(chains, run).hotspots());
    }

    private static Text sentence(Question question, Knox.Interaction pairs) {
        if (question.studied().size() < 2 * Hotspot.Strength.FEWEST) {
            return Wording.tooFew(question);
        }
        return Wording.with(
                SENTENCE,
                question.filter().words(),
                Math.round(question.parameters().number("distance")),
                question.parameters().whole("days"),
                pairs.observed(),
                Wording.plain(pairs.expected()),
                Wording.small(pairs.p()),
                pairs.p() <= ScanStudy.LEVEL ? REPEATS : CHANCE);
    }
}
