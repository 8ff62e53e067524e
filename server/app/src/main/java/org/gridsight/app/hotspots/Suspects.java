package org.gridsight.app.hotspots;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.gridsight.app.incidents.PastCases;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.scan.Reports;
import org.gridsight.spatial.hotspot.scan.SuspectReports;
import org.gridsight.spatial.hotspot.scan.SuspectReports.Reason;
import org.gridsight.spatial.hotspot.scan.SuspectReports.Suspect;
import org.jspecify.annotations.Nullable;

/** Reports that must not make a hotspot, by the rules of {@link SuspectReports}, told in words and with their ids. */
final class Suspects {

    private static final Map<Reason, Text> WORDS = new EnumMap<>(Map.of(
            Reason.SAME_MATTER, new Text("疑为同一事件重复上报", "probably the same matter reported again"),
            Reason.DEFAULT_PLACE, new Text("疑为系统默认坐标", "probably the default coordinate of a form"),
            Reason.DATED_AT_ENTRY, new Text("疑以录入时间代替发生时间", "probably dated at entry, not when it happened"),
            Reason.EAGER_REPORTER,
                    new Text("同一上报人远多于他人，只按常量计入", "one reporter far above the others, counted as usual ones")));

    private final CaseSet all;
    /** Of each case, if any. */
    private final @Nullable Reason[] reasons;

    /** @param all every kind: doubles and defaults show only in the whole */
    Suspects(CaseSet all, Run run) {
        this.all = all;
        this.reasons = new Reason[all.size()];
        for (Suspect suspect : new SuspectReports(reports(all), run).suspects()) {
            reasons[suspect.report()] = suspect.reason();
        }
    }

    private static Reports reports(CaseSet cases) {
        int n = cases.size();
        long[] occurred = new long[n];
        long[] entered = new long[n];
        int[] reporter = new int[n];
        int[] kind = new int[n];
        for (int i = 0; i < n; i++) {
            occurred[i] = cases.second(i);
            entered[i] = cases.entered(i);
            reporter[i] = cases.reporter(i) == PastCases.NOBODY ? -1 : cases.reporter(i);
            kind[i] = cases.kind(i).ordinal();
        }
        return new Reports(cases.points(), occurred, entered, reporter, kind);
    }

    boolean contains(int i) {
        return reasons[i] != null;
    }

    /** Those among some cases, by reason. */
    List<SetAside> named(IntPredicate among) {
        Map<Reason, List<UUID>> ids = new EnumMap<>(Reason.class);
        for (int i = 0; i < all.size(); i++) {
            Reason reason = reasons[i];
            if (reason != null && among.test(i)) {
                ids.computeIfAbsent(reason, none -> new ArrayList<>()).add(all.id(i));
            }
        }
        return ids.entrySet().stream()
                .map(entry -> SetAside.of(
                        entry.getKey().name(), WORDS.getOrDefault(entry.getKey(), new Text("", "")), entry.getValue()))
                .toList();
    }
}
