package org.gridsight.spatial.cluster;

import java.util.Arrays;
import org.gridsight.spatial.Run;

/** The steps {@link Dbscan} and {@link StDbscan} share, once the points lie in cells: cores, joined cells, labels. */
final class DensityScan {

    private static final int GRAIN = 1 << 11;

    private final CellOrder cells;
    private final Nearness nearness;
    private final PointBoxes boxes;
    private final int minPoints;
    private final Run run;

    /** Whether a point in cell order is core: each entry is written by the one thread that has its cell. */
    private final boolean[] core;
    /** Core points per cell; they come first in it once {@link #arrange} is done. */
    private final int[] cores;
    /** Per cell the smallest number of a core point. */
    private final int[] firstCore;

    private final JoinedSets sets;
    /** Whether a core point may be near a cell. Threads only ever write true, and read it in a later step. */
    private final boolean[] nearCores;

    DensityScan(CellOrder cells, Nearness nearness, int minPoints, Run run) {
        this.cells = cells;
        this.nearness = nearness;
        this.minPoints = minPoints;
        this.run = run;
        boxes = new PointBoxes(cells);
        core = new boolean[cells.ids.length];
        cores = new int[cells.cells()];
        firstCore = new int[cells.cells()];
        sets = new JoinedSets(cells.cells());
        nearCores = new boolean[cells.cells()];
    }

    DensityClusters clusters() {
        run.report(0.2);
        run.each(cells.cells(), GRAIN, this::findCores);
        run.report(0.6);
        run.each(cells.cells(), GRAIN, this::arrange);
        run.each(cells.cells(), GRAIN, this::join);
        run.report(0.8);
        int[] labels = new int[core.length];
        boolean[] coreById = new boolean[core.length];
        int[] smallest = smallestPerSet();
        run.each(cells.cells(), GRAIN, (from, to) -> label(new Labels(labels, coreById, smallest), from, to));
        run.report(1);
        return new DensityClusters(labels, coreById);
    }

    private void findCores(int from, int to) {
        CellWindows windows = new CellWindows(cells);
        for (int cell = from; cell < to; cell++) {
            int begin = cells.starts[cell];
            int end = cells.starts[cell + 1];
            if (end - begin >= minPoints) {
                Arrays.fill(core, begin, end, true);
                continue;
            }
            windows.moveTo(cell);
            if (windows.points() < minPoints) {
                continue;
            }
            run.check();
            for (int p = begin; p < end; p++) {
                core[p] = isCore(p, cell, windows);
            }
        }
    }

    private boolean isCore(int p, int cell, CellWindows windows) {
        int missing = minPoints - cells.size(cell);
        for (int i = 0; i < windows.count && missing > 0; i++) {
            int from = windows.from[i];
            int to = windows.to[i];
            if (from <= cell && cell < to) {
                missing -= count(p, from, cell, missing);
                missing -= count(p, cell + 1, to, missing);
            } else {
                missing -= count(p, from, to, missing);
            }
        }
        return missing <= 0;
    }

    /** Neighbours of a point in a run of cells. */
    private int count(int p, int from, int to, int enough) {
        int begin = cells.starts[from];
        int end = cells.starts[to];
        if (end - begin < PointBoxes.FULL) {
            return nearness.count(p, begin, end, enough);
        }
        int found = 0;
        for (int cell = from; cell < to && found < enough; cell++) {
            if (!boxes.has(cell)) {
                found += nearness.count(p, cells.starts[cell], cells.starts[cell + 1], enough - found);
            } else if (boxes.allNear(cell, p, nearness)) {
                found += cells.size(cell);
            } else if (boxes.squaredNearest(cell, p) <= nearness.squaredEps
                    && boxes.shortestGap(cell, p) <= nearness.gap) {
                found += nearness.count(p, cells.starts[cell], cells.starts[cell + 1], enough - found);
            }
        }
        return found;
    }

    private void arrange(int from, int to) {
        for (int cell = from; cell < to; cell++) {
            int next = cells.starts[cell];
            int smallest = Integer.MAX_VALUE;
            for (int p = next; p < cells.starts[cell + 1]; p++) {
                if (core[p]) {
                    smallest = Math.min(smallest, cells.ids[p]);
                    if (p != next) {
                        cells.swap(p, next);
                        core[p] = false;
                        core[next] = true;
                    }
                    next++;
                }
            }
            cores[cell] = next - cells.starts[cell];
            firstCore[cell] = smallest;
        }
    }

    private void join(int from, int to) {
        CellWindows windows = new CellWindows(cells);
        CoreTouch touch = new CoreTouch(cells, nearness);
        for (int cell = from; cell < to; cell++) {
            if (cores[cell] == 0) {
                continue;
            }
            windows.moveTo(cell);
            for (int i = 0; i < windows.count; i++) {
                for (int other = windows.from[i]; other < windows.to[i]; other++) {
                    nearCores[other] = true;
                    if (other > cell && cores[other] > 0 && !sets.together(cell, other) && touch(touch, cell, other)) {
                        sets.join(cell, other);
                    }
                }
            }
        }
    }

    private boolean touch(CoreTouch touch, int cell, int other) {
        run.check();
        int a = cells.starts[cell];
        int b = cells.starts[other];
        return touch.touch(a, a + cores[cell], b, b + cores[other]);
    }

    private int[] smallestPerSet() {
        int[] smallest = firstCore.clone();
        for (int cell = 0; cell < smallest.length; cell++) {
            if (cores[cell] > 0) {
                int root = sets.root(cell);
                smallest[root] = Math.min(smallest[root], firstCore[cell]);
            }
        }
        return smallest;
    }

    /** What the last step fills: labels and core flags by number of the point. */
    private record Labels(int[] labels, boolean[] core, int[] smallest) {}

    private void label(Labels answer, int from, int to) {
        CellWindows windows = new CellWindows(cells);
        for (int cell = from; cell < to; cell++) {
            int begin = cells.starts[cell];
            int border = begin + cores[cell];
            int end = cells.starts[cell + 1];
            if (border > begin) {
                int label = answer.smallest[sets.root(cell)] + 1;
                for (int p = begin; p < border; p++) {
                    answer.labels[cells.ids[p]] = label;
                    answer.core[cells.ids[p]] = true;
                }
            }
            if (border < end && nearCores[cell]) {
                run.check();
                windows.moveTo(cell);
                for (int p = border; p < end; p++) {
                    int cellOfNearest = nearestCore(p, windows);
                    if (cellOfNearest >= 0) {
                        answer.labels[cells.ids[p]] = answer.smallest[sets.root(cellOfNearest)] + 1;
                    }
                }
            }
        }
    }

    /** The cell of the core point that a border point follows, or -1 for noise. */
    private int nearestCore(int p, CellWindows windows) {
        int nearest = -1;
        int nearestCell = -1;
        for (int i = 0; i < windows.count; i++) {
            for (int cell = windows.from[i]; cell < windows.to[i]; cell++) {
                if (cores[cell] == 0 || outOfReach(p, cell, nearest)) {
                    continue;
                }
                int begin = cells.starts[cell];
                int found = nearness.nearest(p, begin, begin + cores[cell], nearest);
                if (found != nearest) {
                    nearest = found;
                    nearestCell = cell;
                }
            }
        }
        return nearestCell;
    }

    private boolean outOfReach(int p, int cell, int nearest) {
        if (!boxes.has(cell)) {
            return false;
        }
        double limit = nearest < 0 ? nearness.squaredEps : nearness.squaredDistance(p, nearest);
        return boxes.squaredNearest(cell, p) > limit || boxes.shortestGap(cell, p) > nearness.gap;
    }
}
