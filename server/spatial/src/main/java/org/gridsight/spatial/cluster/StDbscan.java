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
     * @param days when each point happened, in days since any fixed day; fractions count
     * @throws UnusableInput when a time is missing or not a number
     */
    public DensityClusters clusters(PlanarPoints points, double[] days, Run run) {
        if (days.length != points.size()) {
            throw new UnusableInput("there are " + points.size() + " points but " + days.length + " times");
        }
        double[] times = days.clone();
        for (int i = 0; i < times.length; i++) {
            if (!(Math.abs(times[i]) <= PlanarPoints.LARGEST)) {
                throw new UnusableInput("point " + (i + 1) + ": the time is " + times[i]
                        + ", it must be a number of days between -1e8 and 1e8");
            }
        }
        CellOrder cells = CellOrder.of(points, times, epsMetres, epsDays, run);
        return new DensityScan(cells, new Nearness(cells, epsMetres, epsDays), minPoints, run).clusters();
    }
}
