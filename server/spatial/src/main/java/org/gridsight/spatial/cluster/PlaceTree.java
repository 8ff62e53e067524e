package org.gridsight.spatial.cluster;

import org.gridsight.spatial.Run;

/**
 * A balanced tree over places (k-d tree; Bentley 1975): each node halves its places along the longer side of their box.
 * Nodes are numbered as in a heap, 1 is the root, {@code 2 n} and {@code 2 n + 1} are the halves of {@code n}; the
 * places are arranged so that those of a node follow each other.
 */
final class PlaceTree {

    /** At most this many places in a leaf. */
    static final int LEAF = 12;

    private static final int SIDES = 4;
    private static final int SHARED_LEVELS = 4;

    final double[] xs;
    final double[] ys;
    /** The number of the place at each position of the tree. */
    final int[] places;
    /** Levels above the leaves. */
    private final int levels;
    /** West, east, south, north of each node. */
    private final double[] boxes;

    /** Takes the coordinates over and arranges them anew. */
    PlaceTree(double[] xs, double[] ys, Run run) {
        this.xs = xs;
        this.ys = ys;
        places = new int[xs.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        int depth = 0;
        while ((xs.length >>> depth) >= LEAF) {
            depth++;
        }
        levels = depth;
        boxes = new double[SIDES << (levels + 1)];
        if (xs.length > 0) {
            int shared = Math.min(levels, SHARED_LEVELS);
            for (int level = 0; level < shared; level++) {
                int first = 1 << level;
                run.each(first, 1, (from, to) -> split(first + from));
            }
            run.each(1 << shared, 1, (from, to) -> splitAll((1 << shared) + from, run));
        }
    }

    int size() {
        return xs.length;
    }

    int firstLeaf() {
        return 1 << levels;
    }

    boolean isLeaf(int node) {
        return node >= 1 << levels;
    }

    /** First position of a node; that of the next node of the level is one past the last. */
    int begin(int node) {
        int level = 31 - Integer.numberOfLeadingZeros(node);
        return (int) ((long) (node - (1 << level)) * xs.length >>> level);
    }

    int end(int node) {
        int level = 31 - Integer.numberOfLeadingZeros(node);
        return (int) ((long) (node - (1 << level) + 1) * xs.length >>> level);
    }

    /** Square of the distance of a place from the box of a node, 0 inside. */
    double squaredDistance(int node, double x, double y) {
        int at = node * SIDES;
        double dx = Math.max(0, Math.max(boxes[at] - x, x - boxes[at + 1]));
        double dy = Math.max(0, Math.max(boxes[at + 2] - y, y - boxes[at + 3]));
        return dx * dx + dy * dy;
    }

    /** Square of the distance between the boxes of two nodes, 0 when they overlap. */
    double squaredDistance(int node, int other) {
        int a = node * SIDES;
        int b = other * SIDES;
        double dx = Math.max(0, Math.max(boxes[a] - boxes[b + 1], boxes[b] - boxes[a + 1]));
        double dy = Math.max(0, Math.max(boxes[a + 2] - boxes[b + 3], boxes[b + 2] - boxes[a + 3]));
        return dx * dx + dy * dy;
    }

    private void splitAll(int node, Run run) {
        run.check();
        split(node);
        if (!isLeaf(node)) {
            splitAll(2 * node, run);
            splitAll(2 * node + 1, run);
        }
    }

    private void split(int node) {
        int from = begin(node);
        int to = end(node);
        int at = node * SIDES;
        Extent.measure(xs, from, to, boxes, at);
        Extent.measure(ys, from, to, boxes, at + 2);
        if (!isLeaf(node)) {
            boolean wide = boxes[at + 1] - boxes[at] >= boxes[at + 3] - boxes[at + 2];
            select(wide ? xs : ys, from, to - 1, end(2 * node));
        }
    }

    /** Quickselect: the place of rank {@code wanted} goes there, smaller values before it, larger behind. */
    private void select(double[] values, int first, int last, int wanted) {
        int low = first;
        int high = last;
        while (low < high) {
            double pivot = median(values[low], values[(low + high) >>> 1], values[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
                }
            }
            if (wanted <= j) {
                high = j;
            } else if (wanted >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private void swap(int i, int j) {
        double x = xs[i];
        xs[i] = xs[j];
        xs[j] = x;
        double y = ys[i];
        ys[i] = ys[j];
        ys[j] = y;
        int place = places[i];
        places[i] = places[j];
        places[j] = place;
    }
}
