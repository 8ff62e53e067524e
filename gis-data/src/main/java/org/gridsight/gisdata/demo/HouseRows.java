package org.gridsight.gisdata.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * The farm houses of the natural villages: rows side by side that face south, a yard before each, roads and water left
 * free. What stands in a row is one footprint.
 */
final class HouseRows {

    private static final double DEPTH = 9;
    private static final double HOME_WIDTH = 12;
    private static final int MOST_HOMES = 5;
    private static final double ROW_PITCH = 27;
    private static final double LANE = 6;
    /** From the middle of a road to the nearest wall; cameras stand beside roads. */
    private static final double TO_ROAD = 9;

    private static final double TO_WATER = 25;
    private static final double BETWEEN_VILLAGES = 70;
    /** Slots to each side of the middle; the largest village needs some 70 rows. */
    private static final int REACH = 12;

    private final Town town;
    private final TownPlane plane;
    private final List<Geometry> roads;
    private final PreparedGeometry water;
    private final PreparedGeometry land;

    HouseRows(Town town, TownPlane plane) {
        this.town = town;
        this.plane = plane;
        this.roads = town.roads().edges().stream()
                .map(edge -> (Geometry) edge.line())
                .toList();
        Landscape landscape = town.landscape();
        Geometry wet = TownPlane.METRES
                .createGeometryCollection(new Geometry[] {landscape.river(), landscape.reservoir()})
                .buffer(TO_WATER, 2);
        this.water = PreparedGeometryFactory.prepare(wet);
        this.land = PreparedGeometryFactory.prepare(town.countryside().border());
    }

    /** By village, nearest to its middle first. */
    List<Polygon> footprints() {
        List<Polygon> all = new ArrayList<>();
        for (Hamlet hamlet : town.hamlets()) {
            village(hamlet, all);
        }
        return List.copyOf(all);
    }

    private void village(Hamlet hamlet, List<Polygon> all) {
        Draws draws = town.draws("houses").branch(hamlet.index());
        double turn = draws.between(-0.2, 0.2);
        List<Geometry> near = roads.stream()
                .filter(road -> road.getEnvelopeInternal().intersects(around(hamlet)))
                .toList();
        int left = hamlet.households();
        for (Coordinate slot : slots()) {
            int homes = Math.min(left, 2 + draws.below(MOST_HOMES - 1));
            Polygon row = row(hamlet.at(), slot, homes * HOME_WIDTH, turn);
            boolean free = near.stream().noneMatch(road -> road.distance(row) < TO_ROAD)
                    && land.contains(row)
                    && isNearest(hamlet, row)
                    && !water.intersects(row);
            if (free && left > 0) {
                all.add(plane.degrees(row, Polygon.class));
                left -= homes;
            }
        }
    }

    /** Whether the middle of a row belongs to no other village. */
    private boolean isNearest(Hamlet hamlet, Polygon row) {
        Coordinate middle = row.getEnvelopeInternal().centre();
        double own = middle.distance(hamlet.at()) + BETWEEN_VILLAGES;
        return town.hamlets().stream()
                .allMatch(other -> other == hamlet || other.at().distance(middle) > own);
    }

    private static Envelope around(Hamlet hamlet) {
        Envelope box = new Envelope(hamlet.at());
        box.expandBy(REACH * (MOST_HOMES * HOME_WIDTH + LANE));
        return box;
    }

    /** South-west corners of rows as seen from the middle, nearest first. */
    private static List<Coordinate> slots() {
        List<Coordinate> slots = new ArrayList<>();
        double pitch = MOST_HOMES * HOME_WIDTH + LANE;
        for (int column = -REACH; column < REACH; column++) {
            for (int row = -REACH; row < REACH; row++) {
                slots.add(new Coordinate(column * pitch + LANE / 2, row * ROW_PITCH + LANE));
            }
        }
        slots.sort(Comparator.comparingDouble(
                        (Coordinate slot) -> StrictMath.hypot(slot.x + pitch / 2, slot.y + ROW_PITCH / 2))
                .thenComparingDouble(slot -> slot.x)
                .thenComparingDouble(slot -> slot.y));
        return slots;
    }

    private static Polygon row(Coordinate middle, Coordinate slot, double width, double turn) {
        double[][] corners = {{0, 0}, {width, 0}, {width, DEPTH}, {0, DEPTH}, {0, 0}};
        Coordinate[] ring = new Coordinate[corners.length];
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        for (int i = 0; i < ring.length; i++) {
            double x = slot.x + corners[i][0];
            double y = slot.y + corners[i][1];
            ring[i] = TownPlane.snapped(middle.x + x * cos - y * sin, middle.y + x * sin + y * cos);
        }
        return TownPlane.METRES.createPolygon(ring);
    }
}
