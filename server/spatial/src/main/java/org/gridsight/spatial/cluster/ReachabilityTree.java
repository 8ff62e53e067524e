package org.gridsight.spatial.cluster;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import org.gridsight.spatial.Run;

/**
 * The minimum spanning tree of places under mutual reachability, the largest of both core distances and the distance
 * itself (Campello, Moulavi, Sander 2013), by Boruvka's rounds over a {@link PlaceTree} (after March, Ram, Gray 2010):
 * in each round every component finds its shortest way out. Parts of the tree inside one component, or farther than
 * what the component has, are skipped; what a place learnt in one round stays a bound in the next.
 * <p>Exact; among equally short edges the one between the nearest places is taken, then the one with the smallest
 * numbers, so there is one tree, whatever the threads do.
 */
final class ReachabilityTree {

    private static final int GRAIN = 32;
    private static final int NONE = -1;

    private final PlaceTree tree;
    private final double[] squaredCores;
    private final Run run;
    private final JoinedSets sets;

    /** Per position: the component in this round. */
    private final int[] components;
    /** Per node: the component all its places are in, or none. */
    private final int[] componentsOfNodes;
    /** Per node: the smallest core distance, squared. */
    private final double[] leastCores;
    /** Per position: no way out of its component is shorter (squared). Written by the thread that searches from it. */
    private final double[] bounds;
    /** Per position: where the shortest way out leads; its square is then the bound itself. */
    private final int[] exits;
    /** Per component: the shortest way out known so far, squared, as bits; all threads lower it. */
    private final AtomicLongArray shortest;

    /** Both ends (places) and the square of the length of each edge found. */
    private final int[] from;

    private final int[] to;
    private final double[] squaredLengths;
    private int edges;

    ReachabilityTree(PlaceTree tree, double[] squaredCores, Run run) {
        this.tree = tree;
        this.squaredCores = squaredCores;
        this.run = run;
        int size = tree.size();
        sets = new JoinedSets(size);
        components = new int[size];
        componentsOfNodes = new int[2 * tree.firstLeaf()];
        leastCores = new double[2 * tree.firstLeaf()];
        bounds = squaredCores.clone();
        exits = new int[size];
        Arrays.fill(exits, NONE);
        shortest = new AtomicLongArray(size);
        from = new int[Math.max(0, size - 1)];
        to = new int[from.length];
        squaredLengths = new double[from.length];
    }

    /** Edges between places, the smaller number first; the lengths are squares. */
    record Edges(int[] from, int[] to, double[] squaredLengths) {}

    Edges edges() {
        measureNodes();
        int leaves = tree.firstLeaf();
        while (edges < from.length) {
            run.each(tree.size(), 1 << 14, this::beginRound);
            nameNodes();
            run.each(leaves, GRAIN, (first, last) -> {
                Search search = new Search();
                for (int leaf = first; leaf < last; leaf++) {
                    search.fromAll(leaves + leaf);
                }
            });
            join();
            run.report(0.3 + 0.6 * edges / from.length);
        }
        return new Edges(from, to, squaredLengths);
    }

    private void measureNodes() {
        for (int node = leastCores.length - 1; node > 0; node--) {
            if (tree.isLeaf(node)) {
                leastCores[node] = Double.POSITIVE_INFINITY;
                for (int p = tree.begin(node); p < tree.end(node); p++) {
                    leastCores[node] = Math.min(leastCores[node], squaredCores[p]);
                }
            } else {
                leastCores[node] = Math.min(leastCores[2 * node], leastCores[2 * node + 1]);
            }
        }
    }

    private void beginRound(int first, int last) {
        for (int p = first; p < last; p++) {
            components[p] = sets.root(p);
            shortest.setPlain(p, Double.doubleToRawLongBits(Double.POSITIVE_INFINITY));
        }
    }

    private void nameNodes() {
        for (int node = componentsOfNodes.length - 1; node > 0; node--) {
            if (tree.isLeaf(node)) {
                int component = components[tree.begin(node)];
                for (int p = tree.begin(node) + 1; p < tree.end(node); p++) {
                    component = components[p] == component ? component : NONE;
                }
                componentsOfNodes[node] = component;
            } else {
                int component = componentsOfNodes[2 * node];
                componentsOfNodes[node] = component == componentsOfNodes[2 * node + 1] ? component : NONE;
            }
        }
        // ways out that still lead out are known before the search begins
        for (int p = 0; p < exits.length; p++) {
            if (exits[p] != NONE && components[exits[p]] == components[p]) {
                exits[p] = NONE;
            } else if (exits[p] != NONE) {
                lower(components[p], bounds[p]);
            }
        }
    }

    private double shortest(int component) {
        return Double.longBitsToDouble(shortest.get(component));
    }

    /** Bits of numbers that are not negative are in the order of the numbers. */
    private void lower(int component, double squared) {
        long bits = Double.doubleToRawLongBits(squared);
        long known = shortest.get(component);
        while (bits < known && !shortest.weakCompareAndSetVolatile(component, known, bits)) {
            known = shortest.get(component);
        }
    }

    private void join() {
        int[] best = new int[components.length];
        Arrays.fill(best, NONE);
        for (int p = 0; p < best.length; p++) {
            int component = components[p];
            if (exits[p] != NONE
                    && bounds[p] == shortest(component)
                    && (best[component] == NONE || before(p, best[component]))) {
                best[component] = p;
            }
        }
        for (int p : best) {
            if (p != NONE && sets.join(p, exits[p])) {
                int one = tree.places[p];
                int other = tree.places[exits[p]];
                from[edges] = Math.min(one, other);
                to[edges] = Math.max(one, other);
                squaredLengths[edges++] = bounds[p];
            }
        }
    }

    /** Of two ways out of the same length: the nearer pair of places, then the one with the smaller numbers. */
    private boolean before(int p, int q) {
        double squaredP = squaredDistance(p, exits[p]);
        double squaredQ = squaredDistance(q, exits[q]);
        if (squaredP != squaredQ) {
            return squaredP < squaredQ;
        }
        int a = tree.places[p];
        int b = tree.places[exits[p]];
        int c = tree.places[q];
        int d = tree.places[exits[q]];
        int byFirst = Integer.compare(Math.min(a, b), Math.min(c, d));
        return byFirst < 0 || (byFirst == 0 && Math.max(a, b) < Math.max(c, d));
    }

    private double squaredDistance(int p, int q) {
        double dx = tree.xs[q] - tree.xs[p];
        double dy = tree.ys[q] - tree.ys[p];
        return dx * dx + dy * dy;
    }

    /** Looks for the shortest way from one place out of its component. One per thread. */
    private final class Search {

        private int component;
        private double x;
        private double y;
        private double core;
        private double limit;
        private int exit;
        private double exitDistance;

        void fromAll(int leaf) {
            for (int p = tree.begin(leaf); p < tree.end(leaf); p++) {
                if (exits[p] == NONE && bounds[p] <= shortest(components[p])) {
                    from(p, leaf);
                }
            }
        }

        private void from(int p, int leaf) {
            component = components[p];
            x = tree.xs[p];
            y = tree.ys[p];
            core = squaredCores[p];
            limit = shortest(component);
            exit = NONE;
            visit(leaf);
            for (int node = leaf; node > 1; node >>= 1) {
                visit(node ^ 1);
            }
            bounds[p] = limit;
            exits[p] = exit;
            if (exit != NONE) {
                lower(component, limit);
            }
        }

        private boolean worthless(int node) {
            return componentsOfNodes[node] == component
                    || leastCores[node] > limit
                    || tree.squaredDistance(node, x, y) > limit;
        }

        private void visit(int node) {
            if (worthless(node)) {
                return;
            }
            if (tree.isLeaf(node)) {
                scan(tree.begin(node), tree.end(node));
                return;
            }
            int near = tree.squaredDistance(2 * node, x, y) <= tree.squaredDistance(2 * node + 1, x, y)
                    ? 2 * node
                    : 2 * node + 1;
            visit(near);
            visit(near ^ 1);
        }

        private void scan(int first, int last) {
            for (int q = first; q < last; q++) {
                double dx = tree.xs[q] - x;
                double dy = tree.ys[q] - y;
                double distance = dx * dx + dy * dy;
                double squared = Math.max(distance, Math.max(core, squaredCores[q]));
                if (squared <= limit && components[q] != component && (squared < limit || preferred(q, distance))) {
                    limit = squared;
                    exit = q;
                    exitDistance = distance;
                }
            }
        }

        private boolean preferred(int q, double distance) {
            return exit == NONE
                    || distance < exitDistance
                    || (distance == exitDistance && tree.places[q] < tree.places[exit]);
        }
    }
}
