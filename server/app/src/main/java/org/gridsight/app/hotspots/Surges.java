package org.gridsight.app.hotspots;

import java.util.Optional;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.hotspot.scan.Days;
import org.gridsight.spatial.hotspot.scan.TownSurge;
import org.jspecify.annotations.Nullable;

/** Whether the whole town is, or was, unusually busy with a kind on a few days: a storm, not a place. */
final class Surges {

    private static final int MOST_DAYS = 7;
    private static final double LEVEL = 0.01;

    private static final Text SENTENCE = new Text(
            "{0}：{1} 至 {2} 全镇 {3} 件，预期 {4} 件：全镇普遍增多，不是某处的热点。",
            "{0}: {1} to {2} {3} cases all over the town against {4} expected: a surge of the town, not a hotspot of a place.");

    private Surges() {}

    /** The last days of the question. */
    static HotspotMap.@Nullable Surge now(Question question) {
        Days known = KnownDays.until(question.period().to(), question.history());
        TownSurge test = new TownSurge(question.history().dated(), known);
        return told(question, test.strongest(known.to(), MOST_DAYS), 1).orElse(null);
    }

    /** The strongest of the period, corrected for its days (Bonferroni). */
    static HotspotMap.@Nullable Surge within(Question question) {
        Days known = KnownDays.until(question.period().to(), question.history());
        TownSurge test = new TownSurge(question.history().dated(), known);
        TownSurge.Surge strongest = test.strongest(known.to(), MOST_DAYS);
        int first = Math.max(known.from() + MOST_DAYS, question.period().from());
        for (int day = first; day < known.to(); day++) {
            TownSurge.Surge next = test.strongest(day, MOST_DAYS);
            strongest = next.p() < strongest.p() || !strongest.enough() ? next : strongest;
        }
        return told(question, strongest, Math.max(1, known.to() - first)).orElse(null);
    }

    private static Optional<HotspotMap.Surge> told(Question question, TownSurge.Surge surge, int tried) {
        double p = Math.min(1, surge.p() * tried);
        if (!surge.enough() || p > LEVEL) {
            return Optional.empty();
        }
        Text sentence = Wording.with(
                SENTENCE,
                question.filter().words(),
                Question.date(surge.days().from()),
                Question.date(surge.days().to()),
                surge.observed(),
                Wording.plain(surge.expected()));
        return Optional.of(new HotspotMap.Surge(
                question.label(),
                Question.date(surge.days().from()),
                Question.date(surge.days().to()),
                surge.observed(),
                surge.expected(),
                p,
                sentence));
    }
}
