package org.gridsight.spatial.sight;

import java.util.ArrayList;
import java.util.List;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.Buildings.Eye;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * The ground a camera really sees: its cone without what lies behind buildings. Star-shaped around the eye, so that a
 * place is answered exactly in O(log n); the polygon draws the arc of the range in steps of at most
 * {@value #ARC_STEP_DEGREES} degrees and so lies up to 0.1 % of the range within it.
 */
public final class VisibleArea {

    private static final double ARC_STEP_DEGREES = 5;
    /** Narrower gaps and spikes, radians, are rounding between walls that touch. */
    private static final double NARROW = 1e-7;

    private static final double SAME_PLACE_METRES = 1e-6;
    private static final GeometryFactory METRES = new GeometryFactory();

    private final PlaneCone cone;
    private final GroundPlane plane;
    private final Eye eye;
    private final NearWalls walls;
    private final Skyline skyline;

    private VisibleArea(PlaneCone cone, GroundPlane plane, Eye eye, NearWalls walls) {
        this.cone = cone;
        this.plane = plane;
        this.eye = eye;
        this.walls = walls;
        this.skyline = Skyline.of(walls);
    }

    static VisibleArea of(PlaneCone cone, Buildings buildings) {
        Coordinate apex = cone.apex();
        Eye eye = buildings.eye(apex.x, apex.y);
        NearWalls walls = new NearWalls(
                eye,
                cone.bearingDegrees() + cone.fieldOfViewDegrees() / 2,
                cone.fieldOfViewDegrees(),
                cone.rangeMetres());
        buildings.collect(eye, cone.rangeMetres(), walls);
        return new VisibleArea(cone, buildings.plane(), eye, walls);
    }

    public PlaneCone cone() {
        return cone;
    }

    /** Whether the place is seen; the camera's own place is. */
    public boolean contains(Coordinate place) {
        double metres = Math.hypot(place.x - eye.x(), place.y - eye.y());
        if (metres == 0 || cone.apex().equals2D(place)) {
            return true;
        }
        double angle = walls.angle(place.x, place.y);
        if (metres > cone.rangeMetres() || angle > walls.width()) {
            return false;
        }
        int piece = skyline.at(angle);
        return piece < 0 || metres <= skyline.metres(piece, angle) * (1 + 1e-9);
    }

    public boolean contains(LngLat place) {
        return contains(plane.toMetres(place));
    }

    /** The closed border in degrees, counter-clockwise as GeoJSON wants it; empty when nothing is seen. */
    public List<LngLat> ring() {
        return plane.toPlaces(polygon().getExteriorRing().getCoordinates());
    }

    /** The polygon in metres, counter-clockwise; empty when nothing is seen. */
    public Polygon polygon() {
        List<Coordinate> ring = new ArrayList<>();
        if (cone.fieldOfViewDegrees() < 360) {
            add(ring, new Coordinate(eye.x(), eye.y()));
        }
        double at = 0;
        for (int piece = 0; piece < skyline.size(); piece++) {
            addArc(ring, at, skyline.from(piece));
            addWall(ring, piece);
            at = skyline.to(piece);
        }
        addArc(ring, at, walls.width());
        while (ring.size() > 1 && isSame(ring.get(0), ring.get(ring.size() - 1))) {
            ring.remove(ring.size() - 1);
        }
        if (ring.size() < 3) {
            return METRES.createPolygon();
        }
        ring.add(ring.get(0).copy());
        return METRES.createPolygon(ring.toArray(Coordinate[]::new));
    }

    private void addWall(List<Coordinate> ring, int piece) {
        double from = skyline.from(piece);
        double to = skyline.to(piece);
        if (to - from > NARROW) {
            add(ring, point(from, skyline.metres(piece, from)));
            add(ring, point(to, skyline.metres(piece, to)));
        }
    }

    private void addArc(List<Coordinate> ring, double from, double to) {
        if (to - from > NARROW) {
            int steps = Math.max(1, (int) Math.ceil((to - from) / Math.toRadians(ARC_STEP_DEGREES)));
            for (int step = 0; step <= steps; step++) {
                add(ring, point(from + (to - from) * step / steps, cone.rangeMetres()));
            }
        }
    }

    private Coordinate point(double angle, double metres) {
        double near = Math.min(metres, cone.rangeMetres());
        return new Coordinate(walls.x(angle, near), walls.y(angle, near));
    }

    private static void add(List<Coordinate> ring, Coordinate point) {
        if (ring.isEmpty() || !isSame(ring.get(ring.size() - 1), point)) {
            ring.add(point);
        }
    }

    private static boolean isSame(Coordinate one, Coordinate other) {
        return one.distance(other) < SAME_PLACE_METRES;
    }
}
