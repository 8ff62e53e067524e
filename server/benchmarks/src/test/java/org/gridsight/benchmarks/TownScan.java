package org.gridsight.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridsight.gisdata.demo.DemoAnswerKey;
import org.gridsight.gisdata.demo.DemoAnswerKey.Cluster;
import org.gridsight.gisdata.demo.DemoIncident;
import org.gridsight.gisdata.demo.DemoTownship;
import org.gridsight.spatial.LocalPlane;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.scan.Cylinders;
import org.gridsight.spatial.hotspot.scan.DatedPoints;
import org.gridsight.spatial.hotspot.scan.Days;
import org.gridsight.spatial.hotspot.scan.Replicas;
import org.gridsight.spatial.hotspot.scan.Reports;
import org.gridsight.spatial.hotspot.scan.ScanCluster;
import org.gridsight.spatial.hotspot.scan.SeasonCurve;
import org.gridsight.spatial.hotspot.scan.SpaceTimeScan;
import org.gridsight.spatial.hotspot.scan.SuspectReports;
import org.gridsight.spatial.hotspot.scan.TownSurge;

/**
 * The two years of one demo township, scanned kind by kind as an analyst would: suspect reports set aside, weeks, the
 * season of the other year as base. Nothing here knows the answer key but {@link #hits} and {@link #traps}.
 */
final class TownScan {

    static final List<String> KINDS =
            List.of("DISPUTE", "SANITATION", "HAZARD", "HELP", "SECURITY", "FOREST_FIRE", "TRAFFIC");

    static final double SIGNIFICANT = 0.05;

    /** T1, the days on which hazards come from everywhere. */
    static final Days STORM = new Days((int) LocalDate.of(2024, 7, 21).toEpochDay(), (int)
            LocalDate.of(2024, 7, 23).toEpochDay());

    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final Days TWO_YEARS =
            new Days((int) LocalDate.of(2023, 1, 1).toEpochDay(), (int)
                    LocalDate.of(2024, 12, 31).toEpochDay());
    private static final Cylinders CYLINDERS = new Cylinders(500, 2_500, 91, Cylinders.Windows.RETROSPECTIVE, 7);

    private final DemoAnswerKey key;
    private final List<DemoIncident> incidents;
    private final LocalPlane plane;
    private final PlanarPoints places;
    private final SuspectReports suspects;

    TownScan(DemoTownship town) {
        this.key = new DemoAnswerKey(town);
        this.incidents = town.incidents().stream()
                .filter(i -> TWO_YEARS.contains(day(i.report().occurredAt())))
                .toList();
        double[] lng =
                incidents.stream().mapToDouble(i -> i.place().at().getX()).toArray();
        double[] lat =
                incidents.stream().mapToDouble(i -> i.place().at().getY()).toArray();
        this.plane = LocalPlane.amid(lng, lat);
        this.places = plane.project(lng, lat);
        Map<String, Integer> people = new HashMap<>();
        this.suspects = new SuspectReports(
                new Reports(
                        places,
                        incidents.stream()
                                .mapToLong(i -> i.report().occurredAt().getEpochSecond())
                                .toArray(),
                        incidents.stream()
                                .mapToLong(i -> i.report().receivedAt().getEpochSecond())
                                .toArray(),
                        incidents.stream()
                                .mapToInt(i -> people.computeIfAbsent(
                                        i.report().people().reporter().name(), none -> people.size()))
                                .toArray(),
                        incidents.stream()
                                .mapToInt(i -> KINDS.indexOf(i.matter().kind()))
                                .toArray()),
                Run.alone());
    }

    private static int day(Instant moment) {
        return (int) LocalDate.ofInstant(moment, ZONE).toEpochDay();
    }

    private DatedPoints cases(String kind) {
        int[] kept = Arrays.stream(suspects.kept())
                .filter(i -> incidents.get(i).matter().kind().equals(kind))
                .toArray();
        return DatedPoints.of(
                PlanarPoints.of(
                        Arrays.stream(kept).mapToDouble(places::x).toArray(),
                        Arrays.stream(kept).mapToDouble(places::y).toArray()),
                Arrays.stream(kept)
                        .map(i -> day(incidents.get(i).report().occurredAt()))
                        .toArray());
    }

    /** Clusters that are unlikely by chance. */
    List<ScanCluster> alarms(String kind, Replicas replicas, Run run) {
        DatedPoints cases = cases(kind);
        return new SpaceTimeScan(cases, CYLINDERS)
                        .over(TWO_YEARS)
                        .expecting(new SeasonCurve(cases, TWO_YEARS).byOtherYears())
                        .result(replicas, run)
                        .clusters()
                        .stream()
                        .filter(cluster -> cluster.proof().p() <= SIGNIFICANT)
                        .toList();
    }

    /** What the surge test says at the end of the third day of the storm, T1. */
    TownSurge.Surge storm() {
        DatedPoints cases = cases("HAZARD");
        return new TownSurge(cases, TWO_YEARS).strongest(STORM.to(), 7);
    }

    List<Cluster> planted(String kind) {
        return key.clusters().stream()
                .filter(c -> c.kind().equals(kind) && !c.id().equals("NOW"))
                .toList();
    }

    /** Centre within the radius, and at least half of the planted days in the window. */
    boolean hits(ScanCluster found, Cluster planted) {
        PlanarPoints centre = plane.project(
                new double[] {planted.circle().centre().getX()},
                new double[] {planted.circle().centre().getY()});
        double away = Math.hypot(
                centre.x(0) - found.circle().x(), centre.y(0) - found.circle().y());
        Days days =
                new Days((int) planted.from().toEpochDay(), (int) planted.to().toEpochDay());
        return away <= planted.circle().radiusMetres() && 2 * days.shared(found.days()) >= days.length();
    }

    /** Of the rows spoiled in a way, the share that was set aside; and of all honest rows, under the empty name. */
    Map<String, Double> traps() {
        boolean[] aside = new boolean[incidents.size()];
        suspects.suspects().forEach(s -> aside[s.report()] = true);
        Map<String, double[]> counts = new HashMap<>();
        IntStream.range(0, aside.length).forEach(i -> {
            DemoAnswerKey.Truth truth = key.of(incidents.get(i));
            List<String> names = truth.traps().isEmpty() ? List.of("") : List.copyOf(truth.traps());
            for (String name : names) {
                double[] count = counts.computeIfAbsent(name, none -> new double[2]);
                count[0]++;
                count[1] += aside[i] ? 1 : 0;
            }
        });
        Map<String, Double> shares = new HashMap<>();
        counts.forEach((name, count) -> shares.put(name, count[1] / count[0]));
        return shares;
    }
}
