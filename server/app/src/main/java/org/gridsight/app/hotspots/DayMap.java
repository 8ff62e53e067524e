package org.gridsight.app.hotspots;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridsight.app.kernel.Text;

/**
 * The hotspots of a day, all kinds: each kind is scanned by itself, then all tests of the day are corrected together
 * (Benjamini and Hochberg): the best of each kind, found or not, and every further cluster shown.
 */
record DayMap(LocalDate day, Instant madeAt, List<HotspotMap> kinds, List<Hotspot> hotspots) {

    static DayMap of(LocalDate day, Instant madeAt, List<HotspotMap> kinds) {
        List<Hotspot> shown = kinds.stream()
                .flatMap(kind -> kind.hotspots().stream())
                .filter(hotspot -> p(hotspot) <= ScanStudy.LEVEL)
                .sorted(Comparator.comparingDouble(DayMap::p)
                        .thenComparingInt(hotspot -> -hotspot.strength().observed())
                        .thenComparing(Hotspot::id))
                .toList();
        // a kind in which nothing was found is a test that failed
        long silent = kinds.stream()
                .filter(kind -> kind.hotspots().stream().noneMatch(hotspot -> p(hotspot) <= ScanStudy.LEVEL))
                .count();
        double[] tests = new double[shown.size() + (int) silent];
        for (int i = 0; i < tests.length; i++) {
            tests[i] = i < shown.size() ? p(shown.get(i)) : 1;
        }
        double[] corrected = Corrected.of(tests);
        List<Hotspot> ranked = new ArrayList<>();
        for (Hotspot hotspot : shown) {
            ranked.add(hotspot.corrected(ranked.size() + 1, corrected[ranked.size()], ScanStudy.LEVEL));
        }
        return new DayMap(day, madeAt, kinds, List.copyOf(ranked));
    }

    private static double p(Hotspot hotspot) {
        Double p = hotspot.strength().pValue();
        return p == null ? 1 : p;
    }

    /** As GeoJSON with the figures of every kind beside the features. */
    Map<String, Object> wire() {
        List<Map<String, Object>> perKind = new ArrayList<>();
        List<HotspotMap.Surge> surges = new ArrayList<>();
        int cases = 0;
        for (HotspotMap kind : kinds) {
            Map<String, Object> figures = new LinkedHashMap<>(kind.statistics());
            figures.put("category", kind.filter().get("category"));
            figures.put("cases", kind.cases());
            figures.put("baseline", kind.parameters().get("baseline"));
            figures.put("sentence", kind.sentence());
            perKind.add(figures);
            cases += kind.cases();
            if (kind.surge() != null) {
                surges.add(kind.surge());
            }
        }
        HotspotMap all = new HotspotMap(
                AnalysisMethod.SCAN,
                kinds.isEmpty() ? Map.of() : kinds.get(0).parameters(),
                Map.of("to", day.toString()),
                cases,
                setAside(),
                surges.isEmpty() ? null : surges.get(0),
                sentence(),
                Map.of("kinds", perKind, "correction", "Benjamini-Hochberg", "tests", perKind.size()),
                hotspots);
        Map<String, Object> wire = all.wire();
        wire.put("day", day);
        wire.put("madeAt", madeAt);
        wire.put("surges", surges);
        return wire;
    }

    private List<SetAside> setAside() {
        Map<String, SetAside> sums = new LinkedHashMap<>();
        for (HotspotMap kind : kinds) {
            for (SetAside one : kind.setAside()) {
                // doubtful places are counted over all kinds already
                sums.merge(one.reason(), one, (sum, next) -> next.reason().equals("LOCATION") ? sum : sum.plus(next));
            }
        }
        return List.copyOf(sums.values());
    }

    private Text sentence() {
        long proven = hotspots.stream().filter(one -> one.strength().proven()).count();
        if (proven == 0) {
            return new Text("{0}：没有已证实的热点。", "{0}: no proven hotspot.").with(day);
        }
        String english = proven == 1 ? "{0}: {1} proven hotspot." : "{0}: {1} proven hotspots.";
        return new Text("{0}：{1} 个已证实的热点。", english).with(day, Long.toString(proven));
    }
}
