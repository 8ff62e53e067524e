package org.gridsight.gisdata.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * Water and woods while the town is being drawn. The river follows borders between natural villages from one side of the
 * town to the other, fed by a reservoir that lies where roads and houses leave the most room; woods grow on the hills of
 * one side.
 */
final class Landscape {

    private static final double RIVER_HALF_WIDTH = 13;
    private static final double BROOK_HALF_WIDTH = 5;
    private static final double ROAD_TO_SHORE = 45;
    private static final double HOUSES_TO_WOODS = 210;
    private static final double CLEAR_OF_CENTRE = 1_900;
    private static final double LARGEST_RESERVOIR = 430;
    private static final double SMALLEST_WOOD = 30_000;

    private final Polygon border;
    private final List<Hamlet> hamlets;
    private final List<Coordinate> corners = new ArrayList<>();
    private final List<LineString> lines;
    private final RoadGraph valleys;
    private final Coordinate[] riverCourse;
    private final Geometry river;
    private final Polygon reservoir;
    private final Geometry woods;

    Landscape(Polygon border, List<Hamlet> hamlets, Mosaic mosaic, RoadNet roads, Draws draws) {
        this.border = border;
        this.hamlets = hamlets;
        this.lines = mosaic.innerBorders();
        this.valleys = valleys(draws.branch("valleys"));
        double hills = draws.branch("hills").between(0.2, 0.8) * StrictMath.PI;
        this.riverCourse = course(lowest(hills + 2.2), lowest(hills + 2.2 + StrictMath.PI));
        this.reservoir = reservoir(roads, hills, draws.branch("reservoir"));
        Geometry brook = band(brookCourse(), BROOK_HALF_WIDTH);
        this.river = cut(union(List.of(band(riverCourse, RIVER_HALF_WIDTH), brook)), reservoir);
        this.woods = woods(hills, draws.branch("woods"));
    }

    /** The river and the brook from the reservoir. */
    Geometry river() {
        return river;
    }

    LineString riverLine() {
        return TownPlane.METRES.createLineString(riverCourse);
    }

    Polygon reservoir() {
        return reservoir;
    }

    Geometry woods() {
        return woods;
    }

    /** Borders between hamlets as a graph; odd weights make the river wander. */
    private RoadGraph valleys(Draws draws) {
        Map<Coordinate, Integer> numbers = new LinkedHashMap<>();
        List<RoadGraph.Link> links = new ArrayList<>();
        for (LineString line : lines) {
            int from = number(numbers, line.getCoordinateN(0));
            int to = number(numbers, line.getCoordinateN(line.getNumPoints() - 1));
            links.add(new RoadGraph.Link(from, to, line.getLength() * draws.between(1, 1.8)));
        }
        return new RoadGraph(corners.size(), links);
    }

    private int number(Map<Coordinate, Integer> numbers, Coordinate corner) {
        return numbers.computeIfAbsent(corner, c -> {
            corners.add(c);
            return corners.size() - 1;
        });
    }

    /** The corner farthest from the middle in one direction. */
    private int lowest(double angle) {
        double east = StrictMath.cos(angle);
        double north = StrictMath.sin(angle);
        int best = 0;
        for (int i = 0; i < corners.size(); i++) {
            boolean farther = reach(corners.get(i), east, north) > reach(corners.get(best), east, north);
            best = farther ? i : best;
        }
        return best;
    }

    private static double reach(Coordinate corner, double east, double north) {
        double along = (corner.x - TownPlane.CENTRE.x) * east + (corner.y - TownPlane.CENTRE.y) * north;
        double aside = (corner.x - TownPlane.CENTRE.x) * north - (corner.y - TownPlane.CENTRE.y) * east;
        return along - 0.8 * Math.abs(aside);
    }

    private Coordinate[] course(int from, int to) {
        List<Coordinate> course = new ArrayList<>();
        course.add(corners.get(from));
        int at = from;
        for (int link : valleys.from(from).linksTo(to)) {
            LineString line = lines.get(link);
            boolean forward = valleys.link(link).from() == at;
            for (int i = 1; i < line.getNumPoints(); i++) {
                course.add(line.getCoordinateN(forward ? i : line.getNumPoints() - 1 - i));
            }
            at = valleys.link(link).other(at);
        }
        return Curve.open(course.toArray(Coordinate[]::new), 2);
    }

    /** From the corner nearest to the reservoir down to the corner of the river that is nearest by valley. */
    private Coordinate[] brookCourse() {
        int spring = nearestCorner(reservoir.getInteriorPoint().getCoordinate());
        RoadGraph.Ways ways = valleys.from(spring);
        LineString line = riverLine();
        int mouth = spring;
        for (int i = 0; i < corners.size(); i++) {
            boolean onRiver = line.distance(TownPlane.METRES.createPoint(corners.get(i))) < 60;
            boolean nearer = mouth == spring || ways.metresTo(i) < ways.metresTo(mouth);
            mouth = onRiver && nearer ? i : mouth;
        }
        Coordinate[] brook = course(spring, mouth);
        brook[brook.length - 1] = nearestOn(line, brook[brook.length - 1]);
        return brook;
    }

    private static Coordinate nearestOn(LineString line, Coordinate place) {
        return DistanceOp.nearestPoints(line, TownPlane.METRES.createPoint(place))[0];
    }

    private int nearestCorner(Coordinate place) {
        int best = 0;
        for (int i = 0; i < corners.size(); i++) {
            best = corners.get(i).distance(place) < corners.get(best).distance(place) ? i : best;
        }
        return best;
    }

    /** Among the roomiest places between roads, the one highest on the hill side. */
    private Polygon reservoir(RoadNet roads, double hills, Draws draws) {
        Polygonizer blocks = new Polygonizer();
        roads.edges().forEach(edge -> blocks.add(edge.line()));
        List<Polygon> faces = new ArrayList<>();
        for (Object face : blocks.getPolygons()) {
            faces.add((Polygon) ((Polygon) face).norm());
        }
        faces.sort(Comparator.comparingDouble(Polygon::getArea).reversed());
        List<Polygon> rooms = faces.stream()
                .limit(12)
                .map(face -> face.buffer(-ROAD_TO_SHORE - 70, 3).buffer(55, 3))
                .filter(room -> room instanceof Polygon && !room.isEmpty())
                .map(Polygon.class::cast)
                .filter(room ->
                        roads.edges().stream().noneMatch(edge -> edge.line().distance(room) < ROAD_TO_SHORE))
                .toList();
        double east = StrictMath.cos(hills);
        double north = StrictMath.sin(hills);
        Polygon best = rooms.stream()
                .max(Comparator.comparingDouble(p -> reach(p.getCentroid().getCoordinate(), east, north)))
                .orElseThrow();
        Coordinate middle = new MaximumInscribedCircle(best, 5).getCenter().getCoordinate();
        Geometry lake = overlay(best, blob(middle, LARGEST_RESERVOIR, draws), OverlayNG.INTERSECTION);
        Polygon largest = (Polygon) lake.getGeometryN(0);
        Coordinate[] shore = Curve.closed(largest.getExteriorRing().getCoordinates(), 2);
        return (Polygon) snapped(TownPlane.METRES.createPolygon(shore));
    }

    private Geometry woods(double hills, Draws draws) {
        List<Geometry> blobs = new ArrayList<>();
        double east = StrictMath.cos(hills);
        double north = StrictMath.sin(hills);
        List<Coordinate> high = corners.stream()
                .filter(c -> border.getEnvelopeInternal().contains(c) && c.distance(TownPlane.CENTRE) > CLEAR_OF_CENTRE)
                .sorted(Comparator.comparingDouble(c -> -reach(c, east, north)))
                .limit(60)
                .toList();
        for (int i = 0; i < 26; i++) {
            blobs.add(blob(draws.pick(high), draws.between(350, 900), draws));
        }
        for (int i = 0; i < 7; i++) {
            blobs.add(blob(draws.pick(corners), draws.between(150, 380), draws));
        }
        List<Geometry> clearings = new ArrayList<>();
        for (Hamlet hamlet : hamlets) {
            clearings.add(blob(hamlet.at(), HOUSES_TO_WOODS + 0.4 * hamlet.households(), draws));
        }
        Geometry wood = overlay(union(blobs), border, OverlayNG.INTERSECTION);
        wood = cut(cut(cut(wood, union(clearings)), reservoir), river);
        List<Geometry> kept = new ArrayList<>();
        for (int i = 0; i < wood.getNumGeometries(); i++) {
            if (wood.getGeometryN(i) instanceof Polygon polygon && polygon.getArea() >= SMALLEST_WOOD) {
                kept.add(polygon);
            }
        }
        return TownPlane.METRES.createMultiPolygon(kept.toArray(Polygon[]::new));
    }

    private static Geometry blob(Coordinate centre, double radius, Draws draws) {
        Coordinate[] ring = new Coordinate[19];
        double phase = draws.between(0, 6);
        double second = draws.between(0.08, 0.25);
        double third = draws.between(0.04, 0.16);
        for (int i = 0; i < 18; i++) {
            double angle = 2 * StrictMath.PI * i / 18;
            double r = radius
                    * (1 + second * StrictMath.cos(2 * angle + phase) + third * StrictMath.sin(3 * angle - phase));
            ring[i] = TownPlane.snapped(centre.x + r * StrictMath.cos(angle), centre.y + r * StrictMath.sin(angle));
        }
        ring[18] = ring[0];
        return TownPlane.METRES.createPolygon(Curve.closed(ring, 1));
    }

    private Geometry band(Coordinate[] course, double halfWidth) {
        Geometry line = TownPlane.METRES.createLineString(course);
        return overlay(snapped(line.buffer(halfWidth, 2)), border, OverlayNG.INTERSECTION);
    }

    private static Geometry cut(Geometry from, Geometry away) {
        return overlay(from, away, OverlayNG.DIFFERENCE);
    }

    private static Geometry union(List<Geometry> parts) {
        return snapped(TownPlane.METRES.buildGeometry(parts).union());
    }

    private static Geometry overlay(Geometry one, Geometry other, int operation) {
        return snapped(OverlayNGRobust.overlay(one, other, operation));
    }

    private static Geometry snapped(Geometry shape) {
        return GeometryPrecisionReducer.reduce(GeometryFixer.fix(shape), TownPlane.DECIMETRE)
                .norm();
    }
}
