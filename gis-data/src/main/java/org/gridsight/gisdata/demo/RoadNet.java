package org.gridsight.gisdata.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * The roads while the town is being drawn: the Gabriel graph of the natural villages (Gabriel and Sokal 1969), every
 * edge bent four times. The graph contains the shortest spanning tree, so every village can be reached.
 */
final class RoadNet {

    private static final Bend BENDS = new Bend(4, 0.06);
    private static final double SIMPLIFY_METRES = 5;

    /** Share of all households whose way to the town hall makes a road a main one. */
    private static final double MAIN_SHARE = 0.055;

    /** Main roads leave the town in four directions. */
    private static final int GATES = 4;

    /** A road between two hamlets, by index; {@code to} is {@link DemoRoad#OUT_OF_TOWN} for a road that leaves. */
    record Edge(int from, int to, LineString line, boolean main) {}

    private final List<Hamlet> hamlets;
    private final List<Edge> edges;

    RoadNet(Polygon border, List<Hamlet> hamlets, Hamlet seat, Draws draws) {
        this.hamlets = hamlets;
        List<int[]> pairs = gabriel();
        boolean[] tree = spanningTree(pairs);
        PreparedGeometry town = PreparedGeometryFactory.prepare(border);
        List<Edge> drawn = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            int[] pair = pairs.get(i);
            LineString line = bent(town, at(pair[0]), at(pair[1]), draws.branch(pair[0] * 1000L + pair[1]));
            if (tree[i] || town.covers(line)) {
                drawn.add(new Edge(pair[0], pair[1], line, false));
            }
        }
        Draws gates = draws.branch("gates");
        List<Edge> exits = exits(border, seat, gates);
        List<Edge> all = withMainRoads(drawn, seat, exits);
        all.addAll(exits);
        this.edges = List.copyOf(all);
    }

    List<Edge> edges() {
        return edges;
    }

    int degree(Hamlet hamlet) {
        return (int) edges.stream()
                .filter(e -> e.from() == hamlet.index() || e.to() == hamlet.index())
                .count();
    }

    private List<int[]> gabriel() {
        List<int[]> pairs = new ArrayList<>();
        for (int a = 0; a < hamlets.size(); a++) {
            for (int b = a + 1; b < hamlets.size(); b++) {
                Coordinate middle = new Coordinate((at(a).x + at(b).x) / 2, (at(a).y + at(b).y) / 2);
                double radius = at(a).distance(at(b)) / 2;
                int one = a;
                int other = b;
                boolean empty = hamlets.stream()
                        .allMatch(h -> h.index() == one || h.index() == other || h.at().distance(middle) > radius);
                if (empty) {
                    pairs.add(new int[] {a, b});
                }
            }
        }
        return pairs;
    }

    /** Kruskal over the pairs, shortest first. */
    private boolean[] spanningTree(List<int[]> pairs) {
        Integer[] order = new Integer[pairs.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(length(pairs.get(i)), length(pairs.get(j))));
        int[] group = new int[hamlets.size()];
        Arrays.setAll(group, i -> i);
        boolean[] tree = new boolean[pairs.size()];
        for (int i : order) {
            int from = group[pairs.get(i)[0]];
            int to = group[pairs.get(i)[1]];
            if (from != to) {
                tree[i] = true;
                for (int h = 0; h < group.length; h++) {
                    group[h] = group[h] == from ? to : group[h];
                }
            }
        }
        return tree;
    }

    /** Tries a few bends; a road that leaves the town with all of them stays straight. */
    private static LineString bent(PreparedGeometry town, Coordinate from, Coordinate to, Draws draws) {
        for (int attempt = 0; attempt < 4; attempt++) {
            LineString line = TownPlane.METRES.createLineString(BENDS.line(from, to, draws));
            LineString simple = (LineString) DouglasPeuckerSimplifier.simplify(line, SIMPLIFY_METRES);
            if (town.covers(simple)) {
                return simple;
            }
        }
        return TownPlane.METRES.createLineString(new Coordinate[] {from, to});
    }

    /** Counts for each road the households that pass it on their shortest way to the town hall. */
    private List<Edge> withMainRoads(List<Edge> drawn, Hamlet seat, List<Edge> exits) {
        RoadGraph.Ways ways = graph(drawn).from(seat.index());
        double[] passing = new double[drawn.size()];
        double all = 0;
        for (Hamlet hamlet : hamlets) {
            all += hamlet.households();
            for (int link : ways.linksTo(hamlet.index())) {
                passing[link] += hamlet.households();
            }
        }
        for (Edge exit : exits) {
            for (int link : ways.linksTo(exit.from())) {
                passing[link] = all;
            }
        }
        List<Edge> classed = new ArrayList<>();
        for (int i = 0; i < passing.length; i++) {
            Edge edge = drawn.get(i);
            classed.add(new Edge(edge.from(), edge.to(), edge.line(), passing[i] >= MAIN_SHARE * all));
        }
        return classed;
    }

    /** From the outermost hamlet of each direction to the nearest point of the border. */
    private List<Edge> exits(Polygon border, Hamlet seat, Draws draws) {
        double turn = draws.between(0, StrictMath.PI / 2);
        List<Edge> exits = new ArrayList<>();
        for (int gate = 0; gate < GATES; gate++) {
            double east = StrictMath.cos(turn + gate * StrictMath.PI / 2);
            double north = StrictMath.sin(turn + gate * StrictMath.PI / 2);
            Hamlet last = hamlets.stream()
                    .max(Comparator.comparingDouble(h -> reach(seat, h, east, north)))
                    .orElseThrow();
            Coordinate end =
                    DistanceOp.nearestPoints(border.getExteriorRing(), TownPlane.METRES.createPoint(last.at()))[0];
            LineString line = TownPlane.METRES.createLineString(new Bend(2, 0.04).line(last.at(), end, draws));
            exits.add(new Edge(last.index(), DemoRoad.OUT_OF_TOWN, line, true));
        }
        return exits;
    }

    private static double reach(Hamlet seat, Hamlet hamlet, double east, double north) {
        double dx = hamlet.at().x - seat.at().x;
        double dy = hamlet.at().y - seat.at().y;
        return dx * east + dy * north - 0.8 * Math.abs(dx * north - dy * east);
    }

    private RoadGraph graph(List<Edge> roads) {
        return new RoadGraph(
                hamlets.size(),
                roads.stream()
                        .map(e -> new RoadGraph.Link(e.from(), e.to(), e.line().getLength()))
                        .toList());
    }

    private Coordinate at(int hamlet) {
        return hamlets.get(hamlet).at();
    }

    private double length(int[] pair) {
        return at(pair[0]).distance(at(pair[1]));
    }
}
