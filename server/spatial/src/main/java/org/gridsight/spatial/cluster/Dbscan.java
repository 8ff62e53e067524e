package org.gridsight.spatial.cluster;

import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;

/**
 * DBSCAN (Ester, Kriegel, Sander, Xu 1996) in the plane, exact, by cells (Gunawan 2013; de Berg, Gunawan, Roeloffzen
 * 2017). A point is core when at least {@code minPoints} points, itself included, lie at most {@code eps} away; core
 * points within {@code eps} of each other share a cluster; a border point follows its nearest core point, of equally near
 * ones the western, then the southern. So the partition depends neither on threads nor on the order of the points.
 * <p>Cost: near linear in the points for a given {@code minPoints}, whatever {@code eps}; about 70 bytes a point.
 * Limits: {@code eps} at least 2e-9 of the extent; up to 2^31 points.
 */
public final class Dbscan {

    private final double epsMetres;
    private final int minPoints;

    public Dbscan(double epsMetres, int minPoints) {
        this.epsMetres = requireEps(epsMetres);
        this.minPoints = requireMinPoints(minPoints, 1);
    }

    static double requireEps(double eps) {
        if (!(eps > 0 && eps < Double.POSITIVE_INFINITY)) {
            throw new UnusableInput("eps is " + eps + ", it must be a number of metres above 0");
        }
        return eps;
    }

    static int requireMinPoints(int minPoints, int least) {
        if (minPoints < least) {
            throw new UnusableInput("minPoints is " + minPoints + ", it must be at least " + least);
        }
        return minPoints;
    }

    public DensityClusters clusters(PlanarPoints points, Run run) {
        CellOrder cells = CellOrder.of(points, epsMetres, run);
        return new DensityScan(cells, new Nearness(cells, epsMetres, 0), minPoints, run).clusters();
    }
}
