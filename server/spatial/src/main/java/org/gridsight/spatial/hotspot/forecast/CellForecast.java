package org.gridsight.spatial.hotspot.forecast;

import org.gridsight.spatial.Run;

/** Says from the days before {@code from} alone what each cell of an area may expect. */
@FunctionalInterface
public interface CellForecast {

    /**
     * Expected cases by cell on {@code days} days from day {@code from} on; a new array.
     *
     * @throws java.util.concurrent.CancellationException when the run is called off
     */
    double[] expected(int from, int days, Run run);
}
