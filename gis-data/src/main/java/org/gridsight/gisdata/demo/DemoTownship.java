package org.gridsight.gisdata.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * The demo township 星野镇, drawn from a seed: land, people, cameras, two years of incidents and the shift of today. Pure:
 * the same seed and the same {@code now} give the same township on every machine. Immutable; geometry is CGCS2000 degrees
 * (SRID 4490) and must not be changed by callers.
 */
public final class DemoTownship {

    public static final String COUNTY_CODE = "990001";
    public static final String COUNTY_NAME = "示范县";
    public static final String CODE = Division.TOWN_CODE;
    public static final String NAME = "星野镇";

    private final long seed;
    private final Instant now;
    private final Town town;
    private final Polygon outline;
    private final Point townHall;
    private final List<DemoNaturalVillage> naturalVillages;
    private final List<DemoVillage> villages;
    private final List<DemoGrid> grids;
    private final List<DemoRoad> roads;
    private final List<DemoPatch> patches;
    private final List<Polygon> houses;
    private final List<DemoCamera> cameras;
    private final List<DemoWorker> workers;
    private final List<DemoRiskPoint> riskPoints;
    private final List<DemoIncident> incidents;
    private final DemoTruth truth;

    /** @param now what "today" means: two years of the past do not depend on it, the last sixty days do */
    public DemoTownship(long seed, Instant now) {
        this(seed, now, true);
    }

    /** @param planted false for a township in which nothing is unusual: for tests of false alarms */
    DemoTownship(long seed, Instant now, boolean planted) {
        this.seed = seed;
        this.now = now;
        this.town = new Town(seed);
        TownPlane plane = new TownPlane();
        Division division = town.division();
        this.villages =
                division.villages().stream().map(v -> DemoVillage.of(v, plane)).toList();
        this.grids = division.grids().stream().map(g -> DemoGrid.of(g, plane)).toList();
        this.outline =
                (Polygon) Mosaic.joined(grids.stream().map(DemoGrid::boundary).toList());
        this.townHall = plane.point(town.townHall());
        this.naturalVillages = town.hamlets().stream()
                .map(h -> new DemoNaturalVillage(
                        h.name(), division.gridOf(h).code(), plane.point(h.at()), h.households(), h.people()))
                .toList();
        this.roads = roads(town, plane);
        this.patches = patches(town, plane);
        this.houses = new HouseRows(town, plane).footprints();
        this.cameras = new CameraSites(town, plane).cameras();
        Division.Region thinGrid = thinGrid(town);
        this.workers = new WorkerRoster(town, thinGrid).workers();
        this.riskPoints = new RiskSites(town, plane, Rhythm.day(now)).points();
        History history = new History(town, plane, workers, planted);
        history.writeTwoYears(thinGrid);
        history.writeRecent(now, thinGrid);
        this.incidents = history.incidents();
        this.truth = history.truth();
    }

    public long seed() {
        return seed;
    }

    public Instant now() {
        return now;
    }

    /** The town's border, vertex for vertex the outer border of all grids. */
    public Polygon outline() {
        return outline;
    }

    public Point townHall() {
        return townHall;
    }

    public List<DemoNaturalVillage> naturalVillages() {
        return naturalVillages;
    }

    public List<DemoVillage> villages() {
        return villages;
    }

    public List<DemoGrid> grids() {
        return grids;
    }

    /** A connected graph over the natural villages. */
    public List<DemoRoad> roads() {
        return roads;
    }

    /** Water and woods. */
    public List<DemoPatch> patches() {
        return patches;
    }

    /** Rows of farm houses, one footprint each. */
    public List<Polygon> houses() {
        return houses;
    }

    public List<DemoCamera> cameras() {
        return cameras;
    }

    public List<DemoWorker> workers() {
        return workers;
    }

    public List<DemoRiskPoint> riskPoints() {
        return riskPoints;
    }

    /** In the order they were received; what another one was merged into comes before it. */
    public List<DemoIncident> incidents() {
        return incidents;
    }

    /** The drawing itself, for what goes on living in it. */
    Town town() {
        return town;
    }

    /** For tests only; nothing in the product's jar calls it. */
    DemoTruth truth() {
        return truth;
    }

    /** The farthest grid from the town hall that still has people to speak of. */
    private static Division.Region thinGrid(Town town) {
        Coordinate hall = town.townHall();
        return town.division().grids().stream()
                .filter(grid -> grid.households() >= 150)
                .max(Comparator.comparingDouble(grid -> grid.seat().at().distance(hall)))
                .orElseThrow();
    }

    private static List<DemoRoad> roads(Town town, TownPlane plane) {
        List<DemoRoad> roads = new ArrayList<>();
        for (RoadNet.Edge edge : town.roads().edges()) {
            String from = town.hamlets().get(edge.from()).name();
            String to = edge.to() == DemoRoad.OUT_OF_TOWN
                    ? "镇界"
                    : town.hamlets().get(edge.to()).name();
            roads.add(new DemoRoad(
                    from + "至" + to + (edge.main() ? "镇道" : "村道"),
                    edge.main() ? "main" : "minor",
                    plane.degrees(edge.line(), LineString.class),
                    edge.from(),
                    edge.to()));
        }
        return List.copyOf(roads);
    }

    private static List<DemoPatch> patches(Town town, TownPlane plane) {
        Landscape landscape = town.landscape();
        return List.of(
                new DemoPatch("water", "星河", plane.degrees(landscape.river(), Geometry.class)),
                new DemoPatch("water", "星野水库", plane.degrees(landscape.reservoir(), Geometry.class)),
                new DemoPatch("green", "星野林场", plane.degrees(landscape.woods(), Geometry.class)));
    }
}
