package org.gridsight.gisdata.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/** Sixty cameras at the best-connected natural villages, 40 m along a road, looking away from the houses. */
final class CameraSites {

    private static final int CAMERAS = 60;
    private static final double METRES_ALONG = 40;

    /** 8 centre, 2 industry, 3 type (132 network camera), 1 network; 6 serial digits follow. */
    private static final String ID_PREFIX = "99000101" + "00" + "132" + "0";

    private static final List<Kind> KINDS = List.of(
            new Kind("路口", 60, 80, 22),
            new Kind("村口", 75, 60, 24),
            new Kind("广场", 90, 50, 11),
            new Kind("制高点", 45, 2500, 3));

    private record Kind(String name, double fieldOfView, double range, int count) {}

    private final Town town;
    private final TownPlane plane;
    private final Draws draws;

    CameraSites(Town town, TownPlane plane) {
        this.town = town;
        this.plane = plane;
        this.draws = town.draws("cameras");
    }

    List<DemoCamera> cameras() {
        List<Hamlet> connected = new ArrayList<>(town.hamlets());
        connected.sort(
                Comparator.comparingInt((Hamlet h) -> -town.roads().degree(h)).thenComparingInt(h -> -h.households()));
        List<Kind> kinds = new ArrayList<>();
        KINDS.forEach(kind -> {
            for (int i = 0; i < kind.count(); i++) {
                kinds.add(kind);
            }
        });
        draws.shuffle(kinds);
        List<String> states = states();
        List<DemoCamera> cameras = new ArrayList<>();
        for (int i = 0; i < CAMERAS; i++) {
            Hamlet hamlet = connected.get(i);
            Kind kind = kinds.get(i);
            String id = ID_PREFIX + String.format(Locale.ROOT, "%06d", i + 1);
            cameras.add(new DemoCamera(
                    id, hamlet.name() + kind.name() + "摄像机", kind.name(), view(hamlet, kind), states.get(i)));
        }
        return List.copyOf(cameras);
    }

    /** 64 % online, one never connected, the rest offline. */
    private List<String> states() {
        List<String> states = new ArrayList<>();
        for (int i = 0; i < CAMERAS; i++) {
            states.add(i < 38 ? "ONLINE" : i < CAMERAS - 1 ? "OFFLINE" : "NEVER_CONNECTED");
        }
        draws.shuffle(states);
        return states;
    }

    private DemoCamera.View view(Hamlet hamlet, Kind kind) {
        List<RoadNet.Edge> roads = town.roads().edges().stream()
                .filter(e -> e.from() == hamlet.index() || e.to() == hamlet.index())
                .toList();
        RoadNet.Edge road = draws.pick(roads);
        LineString line =
                road.from() == hamlet.index() ? road.line() : road.line().reverse();
        Coordinate at = TownPlane.along(line, METRES_ALONG);
        double away = StrictMath.toDegrees(StrictMath.atan2(at.x - hamlet.at().x, at.y - hamlet.at().y));
        double azimuth = StrictMath.rint((away + 360) % 360 * 10) / 10;
        return new DemoCamera.View(plane.point(at), azimuth, kind.fieldOfView(), kind.range());
    }
}
