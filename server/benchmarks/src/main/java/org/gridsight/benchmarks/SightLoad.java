package org.gridsight.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.gridsight.benchmarks.CameraTown.TrueCamera;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.Buildings;
import org.gridsight.spatial.sight.PlaneCone;
import org.gridsight.spatial.sight.SightCoverage;
import org.gridsight.spatial.sight.SightRanking;
import org.gridsight.spatial.sight.SightRanking.Viewpoint;
import org.gridsight.spatial.sight.ViewCone;
import org.gridsight.spatial.sight.VisibleArea;
import org.gridsight.spatial.sight.WatchedCells;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** What sight costs for a township and for a county of cameras among houses: processor time
 * of one thread, median of five rounds. */
final class SightLoad {

    private static final int ROUNDS = 6;
    private static final int WARM_UP = 1;
    private static final int PLACES = 500;

    private final CameraTown town;
    private final String on;
    private final Buildings buildings;
    private double millis;

    private SightLoad(int cameras) {
        town = new CameraTown(1, cameras);
        on = String.format(
                Locale.ROOT, "%,d cameras, %,d houses", cameras, town.houses().size());
        buildings = Buildings.inMetres(CameraTown.PLANE, town.houses());
    }

    public static void main(String[] none) {
        for (int cameras : new int[] {200, 5_000}) {
            new SightLoad(cameras).measure(cameras > 1_000 ? 25 : 10);
        }
    }

    private void measure(double cellMetres) {
        List<VisibleArea> views = timed(() -> town.cameras().stream()
                .map(camera -> cone(camera).clippedBy(buildings))
                .toList());
        print("view", String.format(Locale.ROOT, "%.1f ms for all, %.3f ms each", millis, millis / views.size()), "-");
        ranking();
        Geometry area = new GeometryFactory()
                .createMultiPointFromCoords(
                        town.cameras().stream().map(TrueCamera::at).toArray(Coordinate[]::new))
                .convexHull()
                .buffer(100);
        SightCoverage coverage = timed(() -> SightCoverage.of(area, views));
        double union = millis;
        int spots = timed(() -> coverage.blindSpots(100)).size();
        double blind = millis;
        double roads = timed(() -> coverage.roadShare(town.streets()));
        String joined = String.format(
                Locale.ROOT,
                "union %.0f ms, %d blind spots %.0f ms, roads %.0f ms (%.1f %% of the streets seen)",
                union,
                spots,
                blind,
                millis,
                100 * roads);
        print("coverage", joined, "-");
        WatchedCells cells = timed(() -> coverage.cells(cellMetres));
        String counted = String.format(
                Locale.ROOT, "%,d cells of %.0f m: %.0f ms", cells.columns() * cells.rows(), cellMetres, millis);
        print("cells", counted, "-");
    }

    private void ranking() {
        SightRanking ranking = new SightRanking(
                town.cameras().stream().map(SightLoad::viewpoint).toList(), buildings);
        Random random = new Random(2);
        List<Double> each = new ArrayList<>();
        for (int i = -PLACES; i < PLACES; i++) {
            TrueCamera camera = town.cameras().get(random.nextInt(town.cameras().size()));
            LngLat place = CameraTown.PLANE.toPlace(town.placeInSightOf(camera, random));
            long start = processorNanos();
            if (ranking.seeing(place, 10, 4).isEmpty()) {
                throw new IllegalStateException("no camera ranked");
            }
            if (i >= 0) {
                each.add((processorNanos() - start) / 1e6);
            }
        }
        each.sort(null);
        String result = String.format(
                Locale.ROOT,
                "p50 %.2f ms, p95 %.2f ms for one place",
                each.get(PLACES / 2),
                each.get(PLACES * 95 / 100));
        print("ranking", result, "-");
    }

    private <T> T timed(Supplier<T> work) {
        double[] rounds = new double[ROUNDS];
        long before = processorNanos();
        T result = work.get();
        rounds[0] = (processorNanos() - before) / 1e6;
        for (int round = 1; round < ROUNDS; round++) {
            long start = processorNanos();
            result = work.get();
            rounds[round] = (processorNanos() - start) / 1e6;
        }
        double[] warm = Arrays.copyOfRange(rounds, WARM_UP, ROUNDS);
        Arrays.sort(warm);
        millis = warm[warm.length / 2];
        return result;
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void print(String what, String result, String mark) {
        Row.print(SightLoad.class, what + ", " + on, result, mark);
    }

    private static PlaneCone cone(TrueCamera camera) {
        return new PlaneCone(camera.at(), camera.bearing(), camera.ptz() ? 360 : camera.fieldOfView(), camera.range());
    }

    private static Viewpoint viewpoint(TrueCamera camera) {
        return new Viewpoint(
                camera.id(),
                new ViewCone(
                        CameraTown.PLANE.toPlace(camera.at()), camera.bearing(), camera.fieldOfView(), camera.range()),
                camera.online(),
                camera.ptz());
    }
}
