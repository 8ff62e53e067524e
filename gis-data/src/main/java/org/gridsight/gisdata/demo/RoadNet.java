package org.gridsight.gisdata.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
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

    /** A road between two hamlets, by index. */
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
        this.edges = withMainRoads(drawn, seat);
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
    private List<Edge> withMainRoads(List<Edge> drawn, Hamlet seat) {
        RoadGraph.Ways ways = graph(drawn).from(seat.index());
        double[] passing = new double[drawn.size()];
        double all = 0;
        for (Hamlet hamlet : hamlets) {
            all += hamlet.households();
            for (int link : ways.linksTo(hamlet.index())) {
                passing[link] += hamlet.households();
            }
        }
        List<Edge> classed = new ArrayList<>();
        for (int i = 0; i < passing.length; i++) {
            Edge edge = drawn.get(i);
            classed.add(new Edge(edge.from(), edge.to(), edge.line(), passing[i] >= MAIN_SHARE * all));
        }
        return List.copyOf(classed);
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
