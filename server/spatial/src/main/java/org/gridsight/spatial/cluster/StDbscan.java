package org.gridsight.spatial.cluster;

import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;

/**
 * ST-DBSCAN (Birant and Kut 2007), exact: {@link Dbscan} with two distances. Neighbours lie at most {@code epsMetres} and
 * at most {@code epsDays} apart, the point itself included. The paper's third parameter, which ends a cluster where a
 * measured value drifts, is left out: incidents carry no such value. Of equally near core points a border point
 * follows the one nearer in time.
 * <p>Cost and limits as for {@link Dbscan}, plus sorting the times.
 */
public final class StDbscan {

    private static final double SECONDS_PER_DAY = 86_400;

    private final double epsMetres;
    private final double epsDays;
    private final int minPoints;

    public StDbscan(double epsMetres, double epsDays, int minPoints) {
        this.epsMetres = Dbscan.requireEps(epsMetres);
        this.minPoints = Dbscan.requireMinPoints(minPoints, 1);
        if (!(epsDays >= 0 && epsDays < Double.POSITIVE_INFINITY)) {
            throw new UnusableInput("epsDays is " + epsDays + ", it must be a number of days, 0 or more");
        }
        this.epsDays = epsDays;
    }

    /**
     * @param seconds when each point happened, in seconds since any fixed moment
     * @throws UnusableInput when there is not one time per point
     */
    public DensityClusters clusters(PlanarPoints points, long[] seconds, Run run) {
        if (seconds.length != points.size()) {
            throw new UnusableInput("there are " + points.size() + " points but " + seconds.length + " times");
        }
        double[] times = new double[seconds.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = seconds[i];
        }
        // in whole seconds two times exactly the gap apart are exactly that
        double gap = epsDays * SECONDS_PER_DAY;
        CellOrder cells = CellOrder.of(points, times, epsMetres, gap, run);
        return new DensityScan(cells, new Nearness(cells, epsMetres, gap), minPoints, run).clusters();
    }
}
