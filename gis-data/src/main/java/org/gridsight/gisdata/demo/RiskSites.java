package org.gridsight.gisdata.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * About eighty risk points where they belong: bridges where roads cross water, dams at the reservoir, slopes and forest
 * edges by the woods, schools and stores in the larger natural villages.
 */
final class RiskSites {

    private static final double[] LEVELS = {0.12, 0.33, 0.55};
    private static final int[] CYCLE_DAYS = {7, 30, 90};
    private static final String[] LEVEL_NAMES = {"RED", "YELLOW", "BLUE"};

    private final Town town;
    private final TownPlane plane;
    private final LocalDate today;
    private final Draws draws;
    private final List<DemoRiskPoint> points = new ArrayList<>();

    RiskSites(Town town, TownPlane plane, LocalDate today) {
        this.town = town;
        this.plane = plane;
        this.today = today;
        this.draws = town.draws("risk points");
    }

    List<DemoRiskPoint> points() {
        reservoir();
        bridges();
        buildings();
        woods("FOREST_EDGE", 16, "林缘防火点");
        woods("SLOPE", 15, "屋后边坡");
        return List.copyOf(points);
    }

    private void reservoir() {
        Coordinate[] shore = town.landscape().reservoir().getExteriorRing().getCoordinates();
        add("RESERVOIR", "星野水库大坝", shore[0], 0);
        add("RESERVOIR", "星野水库溢洪道", shore[shore.length / 4], 1);
        add("RESERVOIR", "星野水库深水区", shore[shore.length / 2], 1);
    }

    private void bridges() {
        int count = 0;
        for (RoadNet.Edge road : town.roads().edges()) {
            Geometry crossing = road.line().intersection(town.landscape().river());
            if (!crossing.isEmpty() && count < 16) {
                count++;
                String name = bridgeName(town.hamlets().get(road.from()).name());
                add("BRIDGE", name, crossing.getCentroid().getCoordinate(), level());
            }
        }
    }

    private String bridgeName(String hamlet) {
        return Stream.of(hamlet.endsWith("桥") ? "大桥" : "桥", "东桥", "西桥", "新桥", "老桥")
                .map(bridge -> hamlet + bridge)
                .filter(name -> points.stream().noneMatch(point -> point.name().equals(name)))
                .findFirst()
                .orElseThrow();
    }

    private void buildings() {
        List<Hamlet> large = town.hamlets().stream()
                .sorted(Comparator.comparingInt((Hamlet h) -> -h.households()))
                .toList();
        for (int i = 0; i < 12; i++) {
            String name = large.get(i).name() + (i == 0 ? "中心小学" : i % 3 == 0 ? "幼儿园" : "小学");
            add("SCHOOL", name, beside(large.get(i).at(), 110), level());
        }
        String[] trades = {"烟花爆竹零售点", "液化气换瓶站", "农资店", "百货超市", "加油点", "粮油仓库"};
        for (int i = 0; i < 20; i++) {
            Hamlet hamlet = large.get(i + i / 2);
            add("STORE", hamlet.name() + trades[i % trades.length], beside(hamlet.at(), 80), level());
        }
    }

    private void woods(String category, int count, String words) {
        Geometry woods = town.landscape().woods();
        List<Hamlet> close = town.hamlets().stream()
                .sorted(Comparator.comparingDouble(h -> woods.distance(TownPlane.METRES.createPoint(h.at()))))
                .limit(40)
                .toList();
        int offset = category.equals("SLOPE") ? 1 : 0;
        for (int i = 0; i < count; i++) {
            Hamlet hamlet = close.get(2 * i + offset);
            Coordinate edge = DistanceOp.nearestPoints(woods, TownPlane.METRES.createPoint(hamlet.at()))[0];
            // a slope stands between the last houses and the wood
            double share = category.equals("SLOPE") ? 0.55 : 1;
            Coordinate at =
                    TownPlane.along(line(hamlet.at(), edge), share * hamlet.at().distance(edge));
            add(category, hamlet.name() + words, at, level());
        }
    }

    private static LineString line(Coordinate from, Coordinate to) {
        return TownPlane.METRES.createLineString(new Coordinate[] {from, to});
    }

    private Coordinate beside(Coordinate centre, double spread) {
        Coordinate at;
        do {
            at = TownPlane.snapped(centre.x + spread * draws.gaussian(), centre.y + spread * draws.gaussian());
        } while (!town.contains(at));
        return at;
    }

    private int level() {
        return draws.weighted(LEVELS);
    }

    private void add(String category, String name, Coordinate at, int level) {
        Division.Region grid =
                town.gridAt(at).orElseGet(() -> town.division().gridOf(Countryside.nearest(town.hamlets(), at)));
        String village = grid.name().substring(0, grid.name().indexOf('第'));
        int cycle = CYCLE_DAYS[level];
        // about one in twelve is late
        int age = (int) (cycle * draws.between(0, 1.08));
        points.add(new DemoRiskPoint(
                name,
                category,
                LEVEL_NAMES[level],
                new DemoRiskPoint.Site(plane.point(at), grid.code()),
                new DemoRiskPoint.Care(village + "民委员会", cycle, today.minusDays(age))));
    }
}
