package org.gridsight.spatial.hotspot.forecast;

import java.util.Arrays;
import org.gridsight.spatial.Run;

/**
 * The cases of a window of days, each with the earlier cases near it in place and time. When there are too many pairs
 * the window is cut to its latest days. Flat: the pairs of child {@code c} are {@code start[c]..start[c + 1]}.
 */
final class NearPairs {

    static final int MOST_PAIRS = 400_000;
    static final int HORIZON_DAYS = 60;
    static final double REACH_METRES = 500;
    private static final int REACH_CELLS = 8;

    private final CellCases cases;
    private final double reach;
    private final int around;
    private final int[] head;
    private final int[] next;

    private int[] start = new int[1];
    private int[] lag = new int[1 << 10];
    private double[] squared = new double[1 << 10];
    private int pairs;
    private int firstChild;
    private final int afterLast;

    /** Children from day {@code from} (inclusive) to {@code to} (exclusive). */
    NearPairs(CellCases cases, int from, int to, Run run) {
        this.cases = cases;
        double cell = cases.area().cellMetres();
        this.reach = Math.max(cell, Math.min(REACH_METRES, REACH_CELLS * cell));
        this.around = (int) Math.ceil(reach / cell);
        this.head = new int[cases.area().columns() * cases.area().rows()];
        this.afterLast = cases.before(to);
        this.next = new int[afterLast];
        this.firstChild = cases.before(from);
        chain();
        collect(run);
    }

    /** Lists the cases of each square, latest first. */
    private void chain() {
        Arrays.fill(head, -1);
        for (int i = 0; i < afterLast; i++) {
            int square = cases.area().square(cases.cell(i));
            next[i] = head[square];
            head[square] = i;
        }
    }

    /** From the latest child back, day by day, while there is room. */
    private void collect(Run run) {
        int[] sizes = new int[afterLast - firstChild];
        int child = afterLast - 1;
        int kept = afterLast;
        int pairsKept = 0;
        for (; child >= firstChild && pairs <= MOST_PAIRS; child--) {
            if ((child & 255) == 0) {
                run.check();
            }
            int before = pairs;
            parents(child);
            sizes[child - firstChild] = pairs - before;
            boolean dayComplete = child == firstChild || cases.day(child - 1) != cases.day(child);
            if (dayComplete && pairs <= MOST_PAIRS) {
                kept = child;
                pairsKept = pairs;
            }
        }
        pairs = pairsKept;
        // pairs lie in the order of children from the latest to the earliest
        start = new int[afterLast - kept + 1];
        for (int c = 0; c < start.length - 1; c++) {
            start[c + 1] = start[c] + sizes[afterLast - 1 - c - firstChild];
        }
        firstChild = kept;
    }

    private void parents(int child) {
        CellArea area = cases.area();
        int square = area.square(cases.cell(child));
        int column = square % area.columns();
        int row = square / area.columns();
        for (int r = Math.max(0, row - around); r <= Math.min(area.rows() - 1, row + around); r++) {
            for (int c = Math.max(0, column - around); c <= Math.min(area.columns() - 1, column + around); c++) {
                for (int j = head[r * area.columns() + c]; j >= 0; j = next[j]) {
                    int wait = cases.day(child) - cases.day(j);
                    if (wait > HORIZON_DAYS) {
                        break;
                    }
                    if (wait > 0) {
                        add(child, j, wait);
                    }
                }
            }
        }
    }

    private void add(int child, int parent, int wait) {
        double dx = cases.x(child) - cases.x(parent);
        double dy = cases.y(child) - cases.y(parent);
        double distance = dx * dx + dy * dy;
        if (distance > reach * reach) {
            return;
        }
        if (pairs == lag.length) {
            lag = Arrays.copyOf(lag, 2 * pairs);
            squared = Arrays.copyOf(squared, 2 * pairs);
        }
        lag[pairs] = wait;
        squared[pairs++] = distance;
    }

    int children() {
        return start.length - 1;
    }

    /** Index of a child among the cases. */
    int child(int c) {
        return afterLast - 1 - c;
    }

    /** Day of the first child; the window may have been cut. */
    int firstDay() {
        return firstChild < afterLast ? cases.day(firstChild) : 0;
    }

    int from(int c) {
        return start[c];
    }

    int to(int c) {
        return start[c + 1];
    }

    int lag(int pair) {
        return lag[pair];
    }

    double squaredDistance(int pair) {
        return squared[pair];
    }
}
