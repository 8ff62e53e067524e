package org.gridsight.app.hotspots;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.hotspot.scan.Days;

/**
 * Something a method found, before it has a rank.
 *
 * @param members of the studied cases
 */
record Found(
        int[] members, Ground ground, Hotspot.Strength strength, Days days, Text sentence, List<Hotspot.Week> trend) {

    /** In the order given, ranks from 1. */
    static List<Hotspot> ranked(List<Found> found, Question question, AnalysisMethod method) {
        List<Hotspot> hotspots = new ArrayList<>();
        for (Found one : found) {
            hotspots.add(one.hotspot(hotspots.size() + 1, question, method));
        }
        return List.copyOf(hotspots);
    }

    private Hotspot hotspot(int rank, Question question, AnalysisMethod method) {
        CaseSet cases = question.studied();
        String label = question.label();
        String name = method.wireName() + " " + label + " " + days.from() + " "
                + (members.length == 0 ? "" : cases.id(members[0]));
        return new Hotspot(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString(),
                rank,
                method.wireName(),
                ground,
                strength,
                Question.date(days.from()),
                Question.date(days.to()),
                label.isEmpty() ? null : label,
                sentence,
                commonCode(cases),
                Arrays.stream(members)
                        .limit(Hotspot.MOST_IDS)
                        .mapToObj(cases::id)
                        .toList(),
                trend);
    }

    /** The longest beginning that all grid codes share. */
    private String commonCode(CaseSet cases) {
        if (members.length == 0) {
            return "";
        }
        String common = cases.gridCode(members[0]);
        for (int member : members) {
            String code = cases.gridCode(member);
            int length = 0;
            while (length < Math.min(common.length(), code.length()) && common.charAt(length) == code.charAt(length)) {
                length++;
            }
            common = common.substring(0, length);
        }
        return common;
    }

    static Days days(int[] members, CaseSet cases) {
        return new Days(
                Arrays.stream(members).map(cases::day).min().orElse(0),
                Arrays.stream(members).map(cases::day).max().orElse(0));
    }
}
