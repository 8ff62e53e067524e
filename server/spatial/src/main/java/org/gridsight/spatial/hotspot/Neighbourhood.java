package org.gridsight.spatial.hotspot;

import java.util.function.IntConsumer;
import org.gridsight.spatial.Run;

/**
 * For each of some cells, which cells count as near it: always itself, and never one way only. Cells are numbered from
 * 0. Square lattices and lists given from outside (hexagons, districts) answer the same questions.
 */
public interface Neighbourhood {

    /** How many cells there are. */
    int cells();

    /** How many cells are near this one, itself included. */
    int size(int cell);

    /** Calls with every near cell, itself included. */
    void each(int cell, IntConsumer near);

    /**
     * Sums the values of all near cells, for every cell.
     *
     * @param values one per cell, only read
     * @param into receives the sums; another array than {@code values}
     */
    void sums(double[] values, double[] into, Run run);
}
