package org.gridsight.app.hotspots;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.scan.Cylinders;
import org.gridsight.spatial.hotspot.scan.DayCurve;
import org.gridsight.spatial.hotspot.scan.Days;
import org.gridsight.spatial.hotspot.scan.Replicas;
import org.gridsight.spatial.hotspot.scan.ScanCluster;
import org.gridsight.spatial.hotspot.scan.ScanResult;
import org.gridsight.spatial.hotspot.scan.SeasonCurve;
import org.gridsight.spatial.hotspot.scan.SpaceTimeScan;

/** Where and since when there is more than place and days explain. Proven at p 0.05; up to 0.2 it is shown, unproven. */
final class ScanStudy implements Study {

    static final double LEVEL = 0.05;
    private static final double SHOWN = 0.2;

    /** So many replicas above the data end a scan that shows nothing: p = 0.5 is known after some 40, not 999. */
    private static final int HOPELESS = 20;

    private static final Text PROVEN = new Text(
            "{0}：{1} 至 {2}，半径 {3} 米内 {4} 件，预期 {5} 件，为预期的 {6} 倍（{7}）。",
            "{0}: {1} to {2}, within {3} m {4} cases against {5} expected, {6} times as many ({7}).");
    private static final Text CHANCE = new Text("偶然概率 p = {0}", "p = {0} by chance");
    private static final Text RARE =
            new Text("偶然概率 p = {0}，约每 {1} 天偶然出现一次", "p = {0} by chance, the like of it once in {1} days");

    @Override
    public HotspotMap map(Question question, Run run) {
        Parameters given = question.parameters();
        Cylinders cylinders = new Cylinders(
                given.number("cell"),
                given.number("maxRadius"),
                given.whole("maxDays"),
                Cylinders.Windows.valueOf(given.choice("windows")),
                Math.min(given.whole("stepDays"), given.whole("maxDays")));
        boolean now = cylinders.windows() == Cylinders.Windows.PROSPECTIVE;
        Optional<DayCurve> curve =
                given.choice("baseline").equals("SAME_DAYS") ? Optional.empty() : season(question, now);
        SpaceTimeScan scan = new SpaceTimeScan(question.studied().dated(), cylinders).over(question.period());
        ScanResult result = curve.map(scan::expecting)
                .orElse(scan)
                .result(new Replicas(given.whole("replicas"), given.seed(), HOPELESS), run);
        List<Found> found = new ArrayList<>();
        for (ScanCluster cluster : result.clusters()) {
            if (cluster.proof().p() <= SHOWN) {
                found.add(found(cluster, question, base(question, curve)));
            }
        }
        return new HotspotMap(
                AnalysisMethod.SCAN,
                given.with("baseline", curve.isPresent() ? "SEASONAL" : "SAME_DAYS")
                        .values(),
                question.filter().wire(),
                question.studied().size(),
                question.setAside(),
                now ? Surges.now(question) : Surges.within(question),
                sentence(question, result, found),
                statistics(result),
                Found.ranked(found, question, AnalysisMethod.SCAN));
    }

    /** What other years say about the days of the period; nothing while less than two years are known. */
    private static Optional<DayCurve> season(Question question, boolean now) {
        Days period = question.period();
        Days known = KnownDays.until(period.to(), question.history());
        Days history = new Days(Math.min(known.from(), period.from()), period.to());
        // days before a long silence have no season to be held against
        boolean silence = history.from() < known.from() && question.history().firstDay() < known.from();
        if (silence || history.length() < SeasonCurve.FEWEST_DAYS) {
            return Optional.empty();
        }
        SeasonCurve curve = new SeasonCurve(question.history().dated(), history);
        return Optional.of(now ? curve.byEarlierYears() : curve.byOtherYears());
    }

    private static Map<String, Object> statistics(ScanResult result) {
        Map<String, Object> statistics = new LinkedHashMap<>();
        statistics.put("verdict", result.verdict().name());
        statistics.put("replicas", result.replicas());
        statistics.put(
                "highest",
                result.clusters().isEmpty()
                        ? 0
                        : result.clusters().get(0).strength().statistic());
        statistics.put(
                "significant",
                result.clusters().stream()
                        .filter(cluster -> cluster.proof().p() <= LEVEL)
                        .count());
        return statistics;
    }

    private static Found found(ScanCluster cluster, Question question, IntToDoubleFunction share) {
        ScanCluster.Circle circle = cluster.circle();
        ScanCluster.Strength strength = cluster.strength();
        int[] members = cluster.cases().stream().mapToInt(Integer::intValue).toArray();
        double p = cluster.proof().p();
        Hotspot.Strength judged = Hotspot.Strength.tested(
                strength.observed(),
                strength.expected(),
                new Hotspot.Proof(p, p, cluster.proof().recurrenceDays()),
                LEVEL);
        double side = question.parameters().number("cell");
        CaseSet history = question.history();
        IntStream inPlace = IntStream.range(0, history.size())
                .filter(i -> inside(circle, history, i, side))
                .map(history::day);
        double all = 0;
        for (int i = 0; i < question.studied().size(); i++) {
            all += inside(circle, question.studied(), i, side) ? 1 : 0;
        }
        double ofPlace = all;
        return new Found(
                members,
                new Ground(
                        question.terrain().around(question.studied().points(), members),
                        Optional.of(new Ground.Circle(
                                question.terrain().place(circle.x(), circle.y()), circle.radiusMetres()))),
                judged,
                cluster.days(),
                sentence(question, cluster, judged),
                Trend.of(
                        question,
                        inPlace,
                        cluster.days().to(),
                        Optional.of(day -> ofPlace * share.applyAsDouble(day))));
    }

    /** A case belongs to a circle when the centre of its cell does. */
    private static boolean inside(ScanCluster.Circle circle, CaseSet cases, int i, double side) {
        double x = (Math.floor(cases.points().x(i) / side) + 0.5) * side;
        double y = (Math.floor(cases.points().y(i) / side) + 0.5) * side;
        return Math.hypot(x - circle.x(), y - circle.y()) <= circle.radiusMetres() + side * 1e-6;
    }

    /** The share of all cases of the period that a day is expected to bring. */
    private static IntToDoubleFunction base(Question question, Optional<DayCurve> curve) {
        Days period = question.period();
        double[] shares = new double[period.length()];
        for (int i = 0; i < question.studied().size(); i++) {
            shares[question.studied().day(i) - period.from()]++;
        }
        double sum = 0;
        for (int day = 0; day < shares.length; day++) {
            shares[day] = curve.isPresent() ? curve.get().on(period.from() + day) : shares[day];
            sum += shares[day];
        }
        double all = sum;
        return day -> period.contains(day) && all > 0 ? shares[day - period.from()] / all : 0;
    }

    private static Text sentence(Question question, ScanCluster cluster, Hotspot.Strength strength) {
        double recurrence = cluster.proof().recurrenceDays();
        String p = Wording.small(cluster.proof().p());
        Text proof = Double.isFinite(recurrence) ? RARE.with(p, Long.toString(Math.round(recurrence))) : CHANCE.with(p);
        double metres = cluster.circle().radiusMetres() + question.parameters().number("cell") / 2;
        Text words = Wording.with(
                PROVEN,
                question.filter().words(),
                Question.date(cluster.days().from()),
                Question.date(cluster.days().to()),
                Math.round(metres),
                cluster.strength().observed(),
                Wording.plain(cluster.strength().expected()),
                Wording.plain(cluster.strength().ratio()),
                proof);
        return strength.proven() ? words : Wording.with(Hotspot.UNPROVEN, words);
    }

    private static Text sentence(Question question, ScanResult result, List<Found> found) {
        if (result.verdict() != ScanResult.Verdict.SCANNED) {
            return switch (result.verdict()) {
                case ONE_DAY ->
                    Wording.with(
                            new Text(
                                    "{0}：全部 {1} 件都在同一天，无从比较先后。",
                                    "{0}: all {1} cases are of one day; no day can differ."),
                            question.filter().words(),
                            result.cases());
                case ONE_PLACE ->
                    Wording.with(
                            new Text(
                                    "{0}：全部 {1} 件都在同一处，无从比较地点。",
                                    "{0}: all {1} cases are of one place; no place can differ."),
                            question.filter().words(),
                            result.cases());
                default -> Wording.tooFew(question);
            };
        }
        long proven = found.stream().filter(one -> one.strength().proven()).count();
        String english = (proven == 0 ? "{0}: no" : "{0}: {2}")
                + (proven > 1 ? " proven hotspots among {1} cases." : " proven hotspot among {1} cases.");
        String chinese = proven == 0 ? "{0}：{1} 件中没有已证实的热点。" : "{0}：{1} 件中有 {2} 个已证实的热点。";
        return Wording.with(new Text(chinese, english), question.filter().words(), result.cases(), proven);
    }
}
