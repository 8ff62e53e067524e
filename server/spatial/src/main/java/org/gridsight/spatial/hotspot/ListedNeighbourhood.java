package org.gridsight.spatial.hotspot;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;

/** Neighbours given as lists, for hexagons and districts; kept as one flat array. */
public final class ListedNeighbourhood implements Neighbourhood {

    private static final int GRAIN = 1 << 13;

    private final int[] starts;
    private final int[] near;

    private ListedNeighbourhood(int[] starts, int[] near) {
        this.starts = starts;
        this.near = near;
    }

    /**
     * From the neighbours of each cell; whether a cell is in its own list does not matter.
     *
     * @throws UnusableInput when a list names a cell that is not there, names one twice, or is not returned by the
     *     cell it names
     */
    public static ListedNeighbourhood of(int[][] neighbours) {
        int[] starts = new int[neighbours.length + 1];
        int[][] sorted = new int[neighbours.length][];
        for (int i = 0; i < neighbours.length; i++) {
            sorted[i] = withItself(i, neighbours[i], neighbours.length);
            starts[i + 1] = Math.addExact(starts[i], sorted[i].length);
        }
        int[] near = new int[starts[neighbours.length]];
        for (int i = 0; i < sorted.length; i++) {
            for (int other : sorted[i]) {
                if (Arrays.binarySearch(sorted[other], i) < 0) {
                    throw new UnusableInput("cell " + i + " names " + other + " as neighbour, but not the other way");
                }
            }
            System.arraycopy(sorted[i], 0, near, starts[i], sorted[i].length);
        }
        return new ListedNeighbourhood(starts, near);
    }

    private static int[] withItself(int cell, int[] neighbours, int cells) {
        int[] sorted = Arrays.copyOf(neighbours, neighbours.length + 1);
        sorted[neighbours.length] = cell;
        Arrays.sort(sorted);
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] < 0 || sorted[i] >= cells) {
                throw new UnusableInput("cell " + cell + " names the neighbour " + sorted[i] + ", which is not there");
            }
            if (i > 0 && sorted[i] == sorted[i - 1]) {
                if (sorted[i] != cell) {
                    throw new UnusableInput("cell " + cell + " names the neighbour " + sorted[i] + " twice");
                }
            } else {
                sorted[size++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, size);
    }

    @Override
    public int cells() {
        return starts.length - 1;
    }

    @Override
    public int size(int cell) {
        return starts[cell + 1] - starts[cell];
    }

    @Override
    public void each(int cell, IntConsumer visitor) {
        for (int i = starts[cell]; i < starts[cell + 1]; i++) {
            visitor.accept(near[i]);
        }
    }

    @Override
    public void sums(double[] values, double[] into, Run run) {
        run.each(cells(), GRAIN, (from, to) -> {
            for (int cell = from; cell < to; cell++) {
                double sum = 0;
                for (int i = starts[cell]; i < starts[cell + 1]; i++) {
                    sum += values[near[i]];
                }
                into[cell] = sum;
            }
        });
    }
}
