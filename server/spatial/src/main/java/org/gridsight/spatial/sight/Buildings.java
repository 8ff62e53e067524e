package org.gridsight.spatial.sight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gridsight.spatial.LocalPlane;
import org.gridsight.spatial.PlanarPoints;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Building footprints in one plane behind an index, so that a camera is held only against those in its range. Footprints
 * may touch, overlap and have courtyards. What is no area, or lies nowhere near the plane, is left out and counted.
 * Immutable; readers need no lock.
 *
 * <p>Cameras hang on walls and stand on roofs, and a catalogue is wrong by metres. One on a wall, or up to
 * {@value #MOUNT_METRES} m behind it, looks from just in front of that wall, and its own building hides what is behind.
 * One deeper inside stands on the roof: that building hides nothing from it.
 */
public final class Buildings {

    static final double MOUNT_METRES = 1;
    private static final double FRONT_METRES = 0.05;

    private final GroundPlane plane;
    private final STRtree tree = new STRtree();
    private final int leftOut;

    private Buildings(GroundPlane plane, List<Footprint> footprints, int leftOut) {
        this.plane = plane;
        this.leftOut = leftOut;
        footprints.forEach(footprint -> tree.insert(footprint.box(), footprint));
        // from here on the tree is only read, so threads may share it
        tree.build();
    }

    /** Footprints in degrees, longitude first. */
    public static Buildings of(GroundPlane plane, List<? extends Geometry> degrees) {
        Coordinate middle = new Coordinate(plane.origin().lng(), plane.origin().lat());
        List<Geometry> near = degrees.stream()
                .filter(shape -> liesWithin(shape, middle, LocalPlane.REACH_DEGREES))
                .map(plane::toMetres)
                .toList();
        Buildings known = inMetres(plane, near);
        return new Buildings(plane, known.footprints(), known.leftOut + degrees.size() - near.size());
    }

    /** Footprints in metres of the plane. */
    public static Buildings inMetres(GroundPlane plane, List<? extends Geometry> metres) {
        List<Footprint> footprints = new ArrayList<>();
        int leftOut = 0;
        for (Geometry shape : metres) {
            int before = footprints.size();
            for (int part = 0; part < shape.getNumGeometries(); part++) {
                if (shape.getGeometryN(part) instanceof Polygon polygon
                        && liesWithin(polygon, new Coordinate(), PlanarPoints.LARGEST)) {
                    footprints.add(Footprint.of(polygon));
                }
            }
            leftOut += footprints.size() == before ? 1 : 0;
        }
        return new Buildings(plane, footprints, leftOut);
    }

    /** Open country. */
    public static Buildings none(GroundPlane plane) {
        return new Buildings(plane, List.of(), 0);
    }

    private static boolean liesWithin(Geometry shape, Coordinate middle, double reach) {
        for (Coordinate at : shape.getCoordinates()) {
            if (!(Math.abs(at.x - middle.x) <= reach && Math.abs(at.y - middle.y) <= reach)) {
                return false;
            }
        }
        return !shape.isEmpty();
    }

    public GroundPlane plane() {
        return plane;
    }

    public int size() {
        return tree.size();
    }

    /** How many shapes were no usable areas. */
    public int leftOut() {
        return leftOut;
    }

    /** From where a camera that is said to be here really looks. */
    Eye eye(double x, double y) {
        Eye hung = near(x, y).stream()
                .map(building -> front(building, x, y))
                .filter(front -> front.wallMetres() < (front.inside() ? MOUNT_METRES : FRONT_METRES))
                .min(Comparator.comparingDouble(Front::wallMetres)
                        .thenComparingDouble(Front::x)
                        .thenComparingDouble(Front::y))
                .map(front -> new Eye(front.x(), front.y(), List.of()))
                .orElse(new Eye(x, y, List.of()));
        return new Eye(hung.x(), hung.y(), holding(hung.x(), hung.y()));
    }

    /** The point just in front of the nearest wall of a building. */
    private static Front front(Footprint building, double x, double y) {
        double[] wall = building.nearestWall(x, y);
        double side = building.holds(wall[0] + FRONT_METRES * wall[2], wall[1] + FRONT_METRES * wall[3]) ? -1 : 1;
        return new Front(
                wall[0] + side * FRONT_METRES * wall[2],
                wall[1] + side * FRONT_METRES * wall[3],
                wall[4],
                building.holds(x, y));
    }

    /** The buildings that hold a point, borders not counted. */
    List<Footprint> holding(double x, double y) {
        return near(x, y).stream().filter(building -> building.holds(x, y)).toList();
    }

    private List<Footprint> near(double x, double y) {
        Envelope spot = new Envelope(x, x, y, y);
        spot.expandBy(FRONT_METRES);
        return in(spot);
    }

    /** Whether something stands between an eye and a place; the building that holds the place does not hide it. */
    boolean hide(Eye eye, Coordinate place) {
        for (Footprint building : in(new Envelope(eye.x(), place.x, eye.y(), place.y))) {
            if (!eye.standsOn().contains(building)
                    && building.standsBetween(eye.x(), eye.y(), place.x, place.y)
                    && !building.holds(place.x, place.y)) {
                return true;
            }
        }
        return false;
    }

    /** Hands the walls in a square around an eye to the collector. */
    void collect(Eye eye, double rangeMetres, NearWalls near) {
        Envelope square = new Envelope(eye.x(), eye.x(), eye.y(), eye.y());
        square.expandBy(rangeMetres);
        for (Footprint building : in(square)) {
            if (!eye.standsOn().contains(building)) {
                building.addTo(near);
            }
        }
    }

    private List<Footprint> footprints() {
        return in(
                new Envelope(-PlanarPoints.LARGEST, PlanarPoints.LARGEST, -PlanarPoints.LARGEST, PlanarPoints.LARGEST));
    }

    private List<Footprint> in(Envelope box) {
        List<Footprint> found = new ArrayList<>();
        tree.query(box, item -> found.add((Footprint) item));
        return found;
    }

    /** Where a camera looks from, and the buildings on whose roofs it stands. */
    record Eye(double x, double y, List<Footprint> standsOn) {}

    private record Front(double x, double y, double wallMetres, boolean inside) {}
}
