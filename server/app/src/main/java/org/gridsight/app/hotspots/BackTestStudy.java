package org.gridsight.app.hotspots;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.SquareCells;
import org.gridsight.spatial.hotspot.forecast.BackTest;
import org.gridsight.spatial.hotspot.forecast.BackTestResult;
import org.gridsight.spatial.hotspot.forecast.Difference;
import org.gridsight.spatial.hotspot.forecast.HitRate;
import org.gridsight.spatial.hotspot.forecast.LoadForecast;
import org.gridsight.spatial.hotspot.scan.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Would the places we mark have been the right ones? Four-week periods at a rolling origin, one hundredth of the area
 * marked before each, beside plain counts of the past by the same rule. The truth is told either way.
 */
@Component
class BackTestStudy {

    static final double SHARE = 0.01;
    static final int PERIOD_DAYS = 28;

    /** The member that tells of single cells, for those alone who see the whole town. */
    static final String OUTLOOK = "outlook";

    private static final int MOST_PERIODS = 26;
    /** Days to learn from before the first period. */
    private static final int LEARN_DAYS = 84;

    private static final int FEWEST_CASES = 100;
    private static final double CELL_METRES = 200;
    private static final long SEED = 1;

    private static final Text SENTENCE = new Text(
            "最近四周每 100 件中有 {0} 件落在我们标出的 1 % 面积内；单纯计数为 {1} 件。多期合计：{2}",
            "Of 100 incidents of the last four weeks {0} fell in the 1 % of the area we marked; by plain counts {1}. Over all periods: {2}");
    private static final Text BETTER = new Text("我们更好。", "ours is better.");
    private static final Text WORSE = new Text("单纯计数更好。", "plain counts are better.");
    private static final Text ALIKE = new Text("差异不显著。", "no significant difference.");
    private static final Text TOO_FEW =
            new Text("事件太少，无法回测（至少 {0} 件，跨 {1} 天）。", "too few incidents to test (at least {0} over {1} days)");

    private final Questions questions;
    private final ZoneId zone;

    BackTestStudy(Questions questions, @Value("${gridsight.incidents.zone}") ZoneId zone) {
        this.questions = questions;
        this.zone = zone;
    }

    /** All kinds together and each kind with enough cases; tested up to the day before. */
    Map<String, Object> figures(LocalDate day, Run run) {
        CaseFilter filter = CaseFilter.of(Optional.empty(), day.minusDays(1));
        Parameters none = new Parameters(Map.of());
        Question all = questions.of(filter, none, Scope.everything(), Optional.empty(), run);
        Map<String, Object> figures = new LinkedHashMap<>(tested(all, run));
        List<Map<String, Object>> kinds = new ArrayList<>();
        for (Question one : questions.eachKind(day.minusDays(1), none, Optional.empty(), run)) {
            if (one.history().size() >= FEWEST_CASES) {
                Map<String, Object> kind = new LinkedHashMap<>();
                kind.put("category", one.label());
                kind.putAll(tested(one, run));
                kinds.add(kind);
            }
        }
        figures.put("kinds", kinds);
        figures.put("testedOn", day);
        figures.put("status", "DONE");
        figures.put("cellMetres", CELL_METRES);
        figures.put("periodDays", PERIOD_DAYS);
        return figures;
    }

    private Map<String, Object> tested(Question question, Run run) {
        Days period = question.period();
        int periods = Math.min(MOST_PERIODS, (period.length() - LEARN_DAYS) / PERIOD_DAYS);
        CaseSet cases = question.history();
        int first = period.to() - periods * PERIOD_DAYS + 1;
        SquareCells cells = SquareCells.inside(question.terrain().outline(), CELL_METRES);
        boolean learnt = cases.where(i -> cases.day(i) < first).size() >= FEWEST_CASES / 2;
        if (periods < 1 || cases.size() < FEWEST_CASES || !learnt || cells.size() * SHARE < 1) {
            return Map.of(
                    "periods",
                    List.of(),
                    "sentence",
                    TOO_FEW.with(Integer.toString(FEWEST_CASES), Integer.toString(LEARN_DAYS + PERIOD_DAYS)));
        }
        LoadForecast forecast = new LoadForecast(cells, cases.dated(), SHARE, SEED);
        BackTestResult result = new BackTest(cells, cases.dated(), new BackTest.Origins(first, PERIOD_DAYS, periods))
                .result(forecast, SHARE, SEED, run);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("sentence", sentence(result));
        figures.put("ours", rates(result.ours()));
        figures.put("plain", rates(result.plain()));
        figures.put("gain", gain(result.gain()));
        figures.put(OUTLOOK, new LoadOutlook(question, cells, forecast, zone, run).wire());
        figures.put(
                "periods",
                result.periods().stream()
                        .filter(one -> one.ours().cases() > 0)
                        .map(BackTestStudy::period)
                        .toList());
        return figures;
    }

    private static Map<String, Object> period(BackTestResult.Period period) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("from", Question.date(period.days().from()));
        row.put("to", Question.date(period.days().to()));
        row.put("ours", rates(period.ours()));
        row.put("plain", rates(period.plain()));
        return row;
    }

    /** With the 95 % interval of the hit rate (Wilson 1927), which is that of the PAI, too, up to the area share. */
    private static Map<String, Object> rates(HitRate rate) {
        Map<String, Object> figures = new LinkedHashMap<>();
        ShareInterval interval = ShareInterval.of(rate.hits(), rate.cases());
        figures.put("cases", rate.cases());
        figures.put("hits", rate.hits());
        figures.put("hitRate", finite(rate.hitRate()));
        figures.put("hitRateLow", finite(interval.low()));
        figures.put("hitRateHigh", finite(interval.high()));
        figures.put("areaShare", finite(rate.areaShare()));
        figures.put("pai", finite(rate.pai()));
        figures.put("paiLow", finite(interval.low() / rate.areaShare()));
        figures.put("paiHigh", finite(interval.high() / rate.areaShare()));
        figures.put("pei", finite(rate.pei()));
        return figures;
    }

    private static Map<String, Object> gain(Difference gain) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("pai", finite(gain.value()));
        figures.put("low", finite(gain.low()));
        figures.put("high", finite(gain.high()));
        figures.put("proven", gain.isGain());
        return figures;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static Text sentence(BackTestResult result) {
        BackTestResult.Period last = result.periods().get(result.periods().size() - 1);
        Text verdict = result.gain().isGain() ? BETTER : result.gain().isLoss() ? WORSE : ALIKE;
        Object[] numbers = {hundred(last.ours()), hundred(last.plain())};
        return new Text(
                SENTENCE.with(numbers[0], numbers[1], verdict.zh()).zh(),
                SENTENCE.with(numbers[0], numbers[1], verdict.en()).en());
    }

    private static String hundred(HitRate rate) {
        return rate.cases() == 0 ? "-" : Long.toString(Math.round(100 * rate.hitRate()));
    }
}
