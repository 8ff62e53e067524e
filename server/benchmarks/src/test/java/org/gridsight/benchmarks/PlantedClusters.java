package org.gridsight.benchmarks;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gridsight.gisdata.demo.DemoAnswerKey;
import org.gridsight.gisdata.demo.DemoTownship;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.scan.Replicas;
import org.gridsight.spatial.hotspot.scan.TownSurge;

/**
 * The study behind the scan's promises, over seeds nobody tunes on: how many of the planted clusters are found, whether
 * the small one stays silent and the storm is called a surge, and how often a town without clusters gives an alarm.
 * {@code PlantedClusters FIRST LAST}; prints Markdown. Minutes of computing.
 */
public final class PlantedClusters {

    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");
    private static final Replicas REPLICAS = new Replicas(199, 1, 20);

    private final Map<String, int[]> tally = new TreeMap<>();

    private PlantedClusters() {}

    public static void main(String[] arguments) {
        int first = Integer.parseInt(arguments[0]);
        int last = Integer.parseInt(arguments[1]);
        PlantedClusters study = new PlantedClusters();
        for (int seed = first; seed <= last; seed++) {
            study.planted(seed);
            study.quiet(seed);
        }
        System.out.println("| question | yes | of |\n|---|---|---|");
        study.tally.forEach((what, of) -> System.out.println("| " + what + " | " + of[0] + " | " + of[1] + " |"));
    }

    private void planted(int seed) {
        TownScan scan = new TownScan(new DemoTownship(seed, NOW));
        for (String kind : TownScan.KINDS) {
            var alarms = scan.alarms(kind, REPLICAS, Run.alone());
            for (var cluster : scan.planted(kind)) {
                boolean hit = alarms.stream().anyMatch(alarm -> scan.hits(alarm, cluster));
                count(cluster.id() + (cluster.mustBeFound() ? " found" : " alarmed"), hit);
                if (hit != cluster.mustBeFound()) {
                    System.err.println("seed " + seed + " " + cluster.id() + " found: " + hit + " among " + alarms);
                }
            }
            if (kind.equals("HAZARD")) {
                count(
                        "T1 alarmed as a place",
                        alarms.stream().anyMatch(a -> a.days().shared(TownScan.STORM) > 0));
            }
        }
        TownSurge.Surge storm = scan.storm();
        count("T1 called a surge", storm.p() <= 0.001 && storm.ratio() > 3);
        if (seed % 10 == 0) {
            System.err.println("seed " + seed + " set aside " + scan.traps());
        }
    }

    private void quiet(int seed) {
        TownScan scan = new TownScan(DemoAnswerKey.withoutClusters(seed, NOW));
        for (String kind : TownScan.KINDS) {
            boolean alarm = !scan.alarms(kind, REPLICAS, Run.alone()).isEmpty();
            count("alarm in two quiet years of a kind", alarm);
            count(String.format(Locale.ROOT, "quiet %s alarmed", kind), alarm);
        }
    }

    private void count(String what, boolean yes) {
        int[] of = tally.computeIfAbsent(what, none -> new int[2]);
        of[0] += yes ? 1 : 0;
        of[1]++;
    }
}
