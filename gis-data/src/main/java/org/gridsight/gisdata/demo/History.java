package org.gridsight.gisdata.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All incidents of the township: the two years 2023 and 2024, which depend on the seed alone, then the last sixty days
 * before now with a fresh cluster, then one open case in each state. Every part draws from a stream of its own.
 */
final class History {

    static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2024, 12, 31);

    private static final int RECENT_DAYS = 60;
    private static final int HOT_DAYS = 21;
    private static final double HOT_RADIUS = 900;

    /** Hours since each of the open cases of today came in. */
    private static final Map<String, Double> OPEN_HOURS = Map.of(
            "REPORTED",
            0.2,
            "ACCEPTED",
            0.6,
            "ASSIGNED",
            1.4,
            "HANDLING",
            3.2,
            "HANDLED",
            7.0,
            "VERIFIED",
            22.0,
            "REVISITED",
            31.0);

    private final Town town;
    private final TownPlane plane;
    private final List<DemoWorker> workers;
    private final boolean planted;
    private final Phrases phrases = new Phrases();
    private final Background background;
    private final List<DemoIncident> incidents = new ArrayList<>();
    private final List<DemoTruth.Cluster> clusters = new ArrayList<>();
    private final Map<UUID, DemoTruth.Row> rows = new HashMap<>();

    /** @param planted false leaves out every cluster, the storm and the fresh hotspot */
    History(Town town, TownPlane plane, List<DemoWorker> workers, boolean planted) {
        this.planted = planted;
        this.town = town;
        this.plane = plane;
        this.workers = workers;
        this.background = new Background(town, phrases);
    }

    List<DemoIncident> incidents() {
        return incidents.stream()
                .sorted(Comparator.comparing(i -> i.report().receivedAt()))
                .toList();
    }

    DemoTruth truth() {
        return new DemoTruth(List.copyOf(clusters), Map.copyOf(rows));
    }

    void writeTwoYears(Division.Region thinGrid) {
        Draws draws = town.draws("two years");
        Instant end = LAST_DAY.plusDays(1).atStartOfDay().toInstant(Rhythm.ZONE);
        List<Draft> drafts = background.days(FIRST_DAY, LAST_DAY, draws.branch("days"));
        Traps traps = new Traps(town, plane, draws.branch("traps"));
        traps.platforms(drafts);
        traps.defaultCoordinates(drafts);
        traps.lateDates(drafts, end);
        traps.duplicates(drafts, end);
        Clusters planting = new Clusters(town, background, drafts);
        if (planted) {
            for (ClusterPlan plan : ClusterPlan.twoYears(phrases)) {
                planting.plant(plan, draws.branch(plan.id()));
            }
            planting.storm(phrases.named(Kind.HAZARD, "风雨"), draws.branch("T1"));
        }
        note(planting);
        traps.overzealousWorker(drafts, background, quietGrid(planting, thinGrid), trifles());
        finish(drafts, new Staff(town, workers, false), draws.branch("cases"), Instant.MAX);
    }

    /** Nothing before 2025, whatever the clock says. */
    void writeRecent(Instant now, Division.Region thinGrid) {
        Draws draws = town.draws("recent");
        LocalDate today = Rhythm.day(now);
        LocalDate first = today.minusDays(RECENT_DAYS);
        first = first.isAfter(LAST_DAY) ? first : LAST_DAY.plusDays(1);
        List<Draft> drafts = background.days(first, today, draws.branch("days"));
        new Traps(town, plane, draws.branch("traps")).duplicates(drafts, now);
        LocalDate hotFrom = today.minusDays(HOT_DAYS);
        if (planted && !hotFrom.isBefore(first)) {
            Clusters planting = new Clusters(town, background, drafts);
            ClusterPlan plan = new ClusterPlan(
                    "NOW",
                    phrases.named(Kind.SECURITY, "盗窃"),
                    new ClusterPlan.Span(hotFrom, HOT_DAYS, HOT_RADIUS),
                    0,
                    true);
            planting.plantAt(plan, Clusters.circle(plan, thinGrid.seat()), draws.branch("hot"));
            note(planting);
        }
        drafts.removeIf(draft -> draft.received.isAfter(now));
        Staff staff = new Staff(town, workers, true);
        writeOpenCases(now, staff, draws.branch("open"));
        finish(drafts, staff, draws.branch("cases"), now);
    }

    private void writeOpenCases(Instant now, Staff staff, Draws draws) {
        for (String status :
                List.of("HANDLING", "ASSIGNED", "REPORTED", "ACCEPTED", "HANDLED", "VERIFIED", "REVISITED")) {
            Kind kind = draws.pick(Kind.WITH_SHARE);
            Instant came = Rhythm.later(now, -OPEN_HOURS.getOrDefault(status, 1.0));
            Draft draft = background.anywhere(phrases.pick(kind, draws), Rhythm.later(came, -0.3), draws);
            draft.received = came;
            DemoIncident.Course course = new CourseWriter(draft, staff, draws)
                    .write(Fate.PLAIN, null)
                    .courseUpTo(status, Rhythm.later(now, -draws.between(0.05, 0.12)));
            course.workerIds().forEach(staff::occupy);
            publish(id(draws), draft, course, draws);
        }
    }

    /** Gives every draft its course, first come, first served. */
    private void finish(List<Draft> drafts, Staff staff, Draws draws, Instant until) {
        drafts.sort(Comparator.comparing((Draft d) -> d.received).thenComparing(d -> d.at));
        Map<Draft, UUID> ids = new IdentityHashMap<>();
        Set<Draft> targets = drafts.stream()
                .flatMap(d -> Stream.ofNullable(d.repeats))
                .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            Draws own = draws.branch(i);
            UUID id = id(own);
            ids.put(draft, id);
            UUID repeated = draft.repeats == null ? null : ids.get(draft.repeats);
            Fate fate = Fate.of(draft, targets.contains(draft), own);
            DemoIncident.Course course =
                    new CourseWriter(draft, staff, own).write(fate, repeated).courseUntil(until);
            if (OPEN_HOURS.containsKey(course.status())) {
                course.workerIds().forEach(staff::occupy);
            }
            publish(id, draft, course, own);
            DemoTruth.Row row = rows.get(id);
            if (row != null && repeated != null) {
                rows.put(id, new DemoTruth.Row(row.at(), row.happened(), repeated, row.cluster(), row.traps()));
            }
        }
    }

    private void publish(UUID id, Draft draft, DemoIncident.Course course, Draws draws) {
        incidents.add(new CaseWriter(town, plane).write(id, draft, course, draws));
        Set<String> traps = draft.traps.stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        rows.put(id, new DemoTruth.Row(plane.point(draft.at), draft.happened, null, draft.cluster, traps));
    }

    private void note(Clusters planting) {
        for (Clusters.Planted planted : planting.planted()) {
            Circle circle = planted.circle();
            clusters.add(new DemoTruth.Cluster(
                    planted.plan().id(),
                    planted.plan().kind().name(),
                    new DemoTruth.Area(plane.point(circle.centre()), circle.radius()),
                    new DemoTruth.Window(circle.from(), circle.days()),
                    new DemoTruth.Size(
                            planted.expected(),
                            planted.extra(),
                            planted.visible(),
                            planted.plan().found())));
        }
    }

    /** The grid farthest from everything planted, so that its busy worker is nobody's cluster. */
    private Division.Region quietGrid(Clusters planting, Division.Region thinGrid) {
        return town.division().grids().stream()
                .skip(2)
                .filter(grid -> grid != thinGrid)
                .max(Comparator.comparingDouble(grid -> planting.planted().stream()
                        .mapToDouble(
                                p -> p.circle().centre().distance(grid.seat().at())
                                        - p.circle().radius())
                        .min()
                        .orElse(0)))
                .orElseThrow();
    }

    private List<Phrases.Topic> trifles() {
        return List.of(
                phrases.named(Kind.SANITATION, "乱堆乱放"),
                phrases.named(Kind.SANITATION, "垃圾"),
                phrases.named(Kind.FACILITY, "设施"));
    }

    private static UUID id(Draws draws) {
        long high = (draws.next() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long low = (draws.next() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
