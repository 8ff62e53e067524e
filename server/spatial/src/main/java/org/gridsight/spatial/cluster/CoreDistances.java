package org.gridsight.spatial.cluster;

import org.gridsight.spatial.Run;

/**
 * How far each place must reach to hold a number of points, those at the place itself included. Each search climbs the
 * tree from the place's own leaf, so most of the tree is never looked at.
 */
final class CoreDistances {

    private static final int GRAIN = 16;

    private final PlaceTree tree;
    /** Points per position of the tree. */
    private final int[] counts;

    private final int wanted;

    private CoreDistances(PlaceTree tree, int[] counts, int wanted) {
        this.tree = tree;
        this.counts = counts;
        this.wanted = wanted;
    }

    /** Squares of the distances by position in the tree; there are at least {@code wanted} points. */
    static double[] squared(PlaceTree tree, int[] counts, int wanted, Run run) {
        CoreDistances distances = new CoreDistances(tree, counts, wanted);
        double[] squared = new double[tree.size()];
        int leaves = tree.firstLeaf();
        run.each(leaves, GRAIN, (from, to) -> {
            Search search = distances.new Search();
            for (int p = tree.begin(leaves + from); p < tree.end(leaves + to - 1); p++) {
                squared[p] = search.from(p);
            }
        });
        return squared;
    }

    /** The nearest places found so far in a heap, the farthest on top; it always holds just enough points. */
    private final class Search {

        private final double[] heap = new double[wanted + 2];
        private final int[] points = new int[wanted + 2];
        private int size;
        private int total;
        private double limit;
        private double x;
        private double y;

        double from(int p) {
            size = 0;
            total = 0;
            limit = Double.POSITIVE_INFINITY;
            x = tree.xs[p];
            y = tree.ys[p];
            int node = leafOf(p);
            visit(node);
            for (; node > 1; node >>= 1) {
                visit(node ^ 1);
            }
            return limit;
        }

        private int leafOf(int p) {
            int node = 1;
            while (!tree.isLeaf(node)) {
                node = 2 * node + (p < tree.end(2 * node) ? 0 : 1);
            }
            return node;
        }

        private void visit(int node) {
            if (tree.squaredDistance(node, x, y) >= limit) {
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

        private void scan(int from, int to) {
            for (int q = from; q < to; q++) {
                double dx = tree.xs[q] - x;
                double dy = tree.ys[q] - y;
                double squared = dx * dx + dy * dy;
                if (squared < limit) {
                    add(squared, counts[q]);
                }
            }
        }

        private void add(double squared, int count) {
            if (total >= wanted && total - points[0] + count >= wanted) {
                // the new one makes the farthest superfluous
                total += count - points[0];
                sink(squared, count, size);
            } else {
                total += count;
                rise(squared, count);
            }
            while (total - points[0] >= wanted) {
                total -= points[0];
                size--;
                sink(heap[size], points[size], size);
            }
            if (total >= wanted) {
                limit = heap[0];
            }
        }

        private void rise(double squared, int count) {
            int at = size++;
            while (at > 0 && heap[(at - 1) >> 1] < squared) {
                heap[at] = heap[(at - 1) >> 1];
                points[at] = points[(at - 1) >> 1];
                at = (at - 1) >> 1;
            }
            heap[at] = squared;
            points[at] = count;
        }

        /** Puts an entry on top and lets it sink among the first {@code end}. */
        private void sink(double squared, int count, int end) {
            int at = 0;
            for (int child = 1; child < end; child = 2 * at + 1) {
                if (child + 1 < end && heap[child + 1] > heap[child]) {
                    child++;
                }
                if (heap[child] <= squared) {
                    break;
                }
                heap[at] = heap[child];
                points[at] = points[child];
                at = child;
            }
            heap[at] = squared;
            points[at] = count;
        }
    }
}
