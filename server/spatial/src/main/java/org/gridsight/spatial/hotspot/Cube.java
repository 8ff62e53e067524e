package org.gridsight.spatial.hotspot;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.gridsight.spatial.Run;

/**
 * Cells in periods as one neighbourhood: near are the near cells in the same period and in the one before. One-way in
 * time, so it serves sums only; numbered by period, then cell.
 */
final class Cube implements Neighbourhood {

    private final Neighbourhood plane;
    private final int periods;

    Cube(Neighbourhood plane, int periods) {
        this.plane = plane;
        this.periods = periods;
    }

    @Override
    public int cells() {
        return plane.cells() * periods;
    }

    @Override
    public int size(int cell) {
        int size = plane.size(cell % plane.cells());
        return cell < plane.cells() ? size : 2 * size;
    }

    @Override
    public void each(int cell, IntConsumer near) {
        int start = cell - cell % plane.cells();
        plane.each(cell - start, other -> {
            near.accept(start + other);
            if (start > 0) {
                near.accept(start + other - plane.cells());
            }
        });
    }

    @Override
    public void sums(double[] values, double[] into, Run run) {
        int cells = plane.cells();
        double[] before = new double[cells];
        double[] now = new double[cells];
        for (int period = 0; period < periods; period++) {
            int start = period * cells;
            plane.sums(Arrays.copyOfRange(values, start, start + cells), now, run);
            for (int cell = 0; cell < cells; cell++) {
                into[start + cell] = now[cell] + before[cell];
            }
            double[] swap = before;
            before = now;
            now = swap;
        }
    }
}
