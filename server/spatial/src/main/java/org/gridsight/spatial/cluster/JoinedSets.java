package org.gridsight.spatial.cluster;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Numbers that are joined into sets by many threads at once, without locks (union-find; Anderson and Woll 1991). The
 * root of a set is its smallest number, so the outcome does not depend on the order of joining.
 */
final class JoinedSets {

    /** A number's parent never exceeds it; any thread lowers it by compare-and-set. */
    private final AtomicIntegerArray parents;

    JoinedSets(int size) {
        int[] own = new int[size];
        for (int i = 0; i < size; i++) {
            own[i] = i;
        }
        parents = new AtomicIntegerArray(own);
    }

    int root(int number) {
        int at = number;
        int parent = parents.getPlain(at);
        while (parent != at) {
            int above = parents.getPlain(parent);
            if (above != parent) {
                parents.weakCompareAndSetPlain(at, parent, above);
            }
            at = parent;
            parent = above;
        }
        return at;
    }

    /** True is certain; false may be out of date while others join. */
    boolean together(int one, int other) {
        return root(one) == root(other);
    }

    /** Whether this call joined two sets. */
    boolean join(int one, int other) {
        while (true) {
            int a = root(one);
            int b = root(other);
            if (a == b) {
                return false;
            }
            if (parents.compareAndSet(Math.max(a, b), Math.max(a, b), Math.min(a, b))) {
                return true;
            }
        }
    }
}
