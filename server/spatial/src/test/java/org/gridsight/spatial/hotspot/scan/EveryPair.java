package org.gridsight.spatial.hotspot.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.gridsight.spatial.hotspot.scan.SuspectReports.Reason;
import org.gridsight.spatial.hotspot.scan.SuspectReports.Suspect;

/** The twin of the search for repeats: each report against every earlier one. */
final class EveryPair {

    private static final long HOURS_48 = 172_800;
    private static final long DAYS_21 = 1_814_400;

    private EveryPair() {}

    static List<Suspect> repeats(Reports reports, boolean[] aside) {
        long[] entered = IntStream.range(0, reports.size())
                .mapToLong(i -> Math.min(reports.entered()[i], reports.occurred()[i] + DAYS_21))
                .toArray();
        List<Integer> order = IntStream.range(0, reports.size())
                .boxed()
                .filter(i -> !aside[i])
                .sorted(Comparator.comparingLong(i -> entered[i]))
                .toList();
        int[] standsFor = IntStream.range(0, reports.size()).toArray();
        List<Suspect> found = new ArrayList<>();
        for (int at = 0; at < order.size(); at++) {
            int report = order.get(at);
            order.subList(0, at).stream()
                    .filter(i -> entered[report] - entered[i] <= HOURS_48 && repeats(reports, i, report))
                    .filter(i -> Math.abs(reports.occurred()[standsFor[i]] - reports.occurred()[report]) <= HOURS_48)
                    .findFirst()
                    .ifPresent(i -> {
                        standsFor[report] = standsFor[i];
                        found.add(new Suspect(report, Reason.SAME_MATTER, standsFor[i]));
                    });
        }
        found.sort(Comparator.comparingInt(Suspect::report));
        return found;
    }

    private static boolean repeats(Reports reports, int a, int b) {
        boolean samePerson = reports.reporter()[a] >= 0 && reports.reporter()[a] == reports.reporter()[b];
        double dx = reports.places().x(a) - reports.places().x(b);
        double dy = reports.places().y(a) - reports.places().y(b);
        return !samePerson
                && reports.kind()[a] == reports.kind()[b]
                && Math.abs(reports.occurred()[a] - reports.occurred()[b]) <= HOURS_48
                && dx * dx + dy * dy <= 3_600;
    }
}
