package org.gridsight.app.hotspots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.cluster.Dbscan;
import org.gridsight.spatial.cluster.DensityClusters;
import org.gridsight.spatial.cluster.Hdbscan;
import org.gridsight.spatial.cluster.StDbscan;
import org.gridsight.spatial.cluster.StableClusters;
import org.gridsight.spatial.hotspot.scan.Days;

/** Where cases lie close together. Density proves nothing: the busy centre is found every day, and the words say so. */
final class DensityStudy implements Study {

    /** Most clusters on a map; the largest come first. */
    static final int MOST = 200;

    private static final Text SENTENCE = new Text(
            "第 {0} 密集处：{1} 件（{2} 至 {3}）。只说明密集，未作检验，不表示异常。",
            "Dense place {0}: {1} cases ({2} to {3}). Density only, no test; it does not say unusual.");

    private final AnalysisMethod method;

    DensityStudy(AnalysisMethod method) {
        this.method = method;
    }

    /** Clusters named after a method; anything but the others is ST-DBSCAN. */
    @Override
    public HotspotMap map(Question question, Run run) {
        CaseSet cases = question.studied();
        int[] labels = labels(question, run);
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != 0) {
                groups.computeIfAbsent(labels[i], label -> new ArrayList<>()).add(i);
            }
        }
        List<int[]> clusters = groups.values().stream()
                .sorted(Comparator.<List<Integer>>comparingInt(List::size).reversed())
                .limit(MOST)
                .map(members -> members.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        List<Found> found = new ArrayList<>();
        for (int[] members : clusters) {
            run.check();
            found.add(found(members, found.size() + 1, question));
        }
        Map<String, Object> statistics = new LinkedHashMap<>();
        statistics.put("clusters", groups.size());
        statistics.put("noise", IntStream.of(labels).filter(label -> label == 0).count());
        return new HotspotMap(
                method,
                question.parameters().values(),
                question.filter().wire(),
                cases.size(),
                question.setAside(),
                null,
                sentence(question, groups.size()),
                statistics,
                Found.ranked(found, question, method));
    }

    private int[] labels(Question question, Run run) {
        PlanarPoints points = question.studied().points();
        Parameters given = question.parameters();
        int minPoints = given.whole("minPoints");
        if (method == AnalysisMethod.HDBSCAN) {
            StableClusters clusters = new Hdbscan(minPoints).clusters(points, run);
            return IntStream.range(0, points.size()).map(clusters::label).toArray();
        }
        DensityClusters clusters = method == AnalysisMethod.DBSCAN
                ? new Dbscan(given.number("eps"), minPoints).clusters(points, run)
                : new StDbscan(given.number("eps"), given.number("epsDays"), minPoints)
                        .clusters(points, seconds(question.studied()), run);
        return IntStream.range(0, points.size()).map(clusters::label).toArray();
    }

    private static long[] seconds(CaseSet cases) {
        return IntStream.range(0, cases.size()).mapToLong(cases::second).toArray();
    }

    private static Found found(int[] members, int rank, Question question) {
        CaseSet cases = question.studied();
        Days days = Found.days(members, cases);
        return new Found(
                members,
                Ground.of(question.terrain().around(cases.points(), members)),
                Hotspot.Strength.untested(members.length),
                days,
                SENTENCE.with(
                        Integer.toString(rank),
                        Integer.toString(members.length),
                        Question.date(days.from()),
                        Question.date(days.to())),
                Trend.of(question, Arrays.stream(members).map(cases::day), days.to(), Optional.empty()));
    }

    private Text sentence(Question question, int clusters) {
        if (question.studied().size() < question.parameters().whole("minPoints")) {
            return Wording.tooFew(question);
        }
        return Wording.with(
                new Text(
                        "{0}：{1} 件中找到 {2} 个密集处。只说明密集，未作检验；繁忙处天天密集。",
                        "{0}: {2} dense places among {1} cases. Density only, no test; a busy place is dense every day."),
                question.filter().words(),
                question.studied().size(),
                clusters);
    }
}
