package org.gridsight.spatial.hotspot;

import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;

/**
 * A smooth picture of where much happens: the sum of a Gaussian around every point, in points per square metre, without
 * correction at borders. Method: Silverman, "Density Estimation for Statistics and Data Analysis", 1986, chapter 4. For
 * display only: it has no test and never says "unusual". Guarantee: at every place within {@value #PRECISION} of the
 * direct sum, because points are left out only so far away that all of them together could not matter there. Cost: a
 * Gaussian is the product of one in x and one in y, so a point costs one multiplication for each cell of its window,
 * and exponentials only for the window's sides; places far from all points search blocks of points instead.
 */
public final class KernelDensity {

    /** Largest relative difference from the direct sum. */
    public static final double PRECISION = 1e-4;

    /** Cells up to so many sigmas from the next point are covered by windows. */
    private static final double NEAR_SIGMAS = 2;

    private static final int STRIP = 64;

    private final double sigma;
    private final PointBlocks blocks;
    private final double[] x;
    private final double[] y;

    public KernelDensity(PlanarPoints points, double sigmaMetres) {
        if (!(sigmaMetres >= 1e-6 && sigmaMetres <= PlanarPoints.LARGEST)) {
            throw new UnusableInput("sigma must lie between 1e-6 and 1e8 m, was " + sigmaMetres);
        }
        this.sigma = sigmaMetres;
        this.blocks = new PointBlocks(points, sigmaMetres);
        this.x = blocks.xs();
        this.y = blocks.ys();
    }

    /** Density at one place, points per square metre. */
    public double at(double atX, double atY) {
        if (x.length == 0) {
            return 0;
        }
        double nearest = blocks.nearestAtMost(atX, atY);
        double reach = nearest + farAway();
        double sum = 0;
        for (int block = 0; block < blocks.size(); block++) {
            if (blocks.squaredDistance(block, atX, atY) <= reach) {
                for (int i = blocks.start(block); i < blocks.start(block + 1); i++) {
                    double dx = x[i] - atX;
                    double dy = y[i] - atY;
                    sum += Math.exp((dx * dx + dy * dy) / (-2 * sigma * sigma));
                }
            }
        }
        return sum / (2 * Math.PI * sigma * sigma);
    }

    /** Density at the centre of each cell, points per square metre. */
    public double[] on(SquareCells cells, Run run) {
        double[] density = new double[cells.size()];
        double reach = Math.sqrt(NEAR_SIGMAS * NEAR_SIGMAS * sigma * sigma + farAway());
        // what all points together could add from beyond the window
        double missing = x.length * Math.exp(reach * reach / (-2 * sigma * sigma));
        run.each(cells.columns(), STRIP, (from, to) -> {
            double[] sums = windows(cells, from, to, reach, run);
            for (int place = 0; place < sums.length; place++) {
                int cell = cells.cellAt()[from * cells.rows() + place];
                if (cell >= 0) {
                    boolean enough = missing <= PRECISION * sums[place];
                    density[cell] = enough
                            ? sums[place] / (2 * Math.PI * sigma * sigma)
                            : at(cells.centreX(cell), cells.centreY(cell));
                }
                if ((place & 1023) == 0) {
                    run.check();
                }
            }
        });
        return density;
    }

    /** Beyond this squared distance more than to the nearest point, all points together stay below the precision. */
    private double farAway() {
        return 2 * sigma * sigma * Math.log(Math.max(1, x.length) / PRECISION);
    }

    /** The windows of all points, added up over the columns of a strip. */
    private double[] windows(SquareCells cells, int from, int to, double reach, Run run) {
        double side = cells.side();
        int rows = cells.rows();
        double[] sums = new double[(to - from) * rows];
        double[] across = new double[to - from];
        double[] along = new double[rows];
        double west = cells.originX() + (from + 0.5) * side;
        double east = cells.originX() + (to - 0.5) * side;
        for (int i = 0; i < x.length; i++) {
            if ((i & 255) == 0) {
                run.check();
            }
            if (x[i] < west - reach || x[i] > east + reach) {
                continue;
            }
            int firstColumn = bound((x[i] - reach - west) / side, across.length);
            int lastColumn = bound((x[i] + reach - west) / side + 1, across.length);
            double south = y[i] - cells.originY() - side / 2;
            int firstRow = bound((south - reach) / side, rows);
            int lastRow = bound((south + reach) / side + 1, rows);
            gaussians(across, firstColumn, lastColumn, x[i] - west, side);
            gaussians(along, firstRow, lastRow, south, side);
            for (int column = firstColumn; column < lastColumn; column++) {
                double factor = across[column];
                int base = column * rows;
                for (int row = firstRow; row < lastRow; row++) {
                    sums[base + row] += factor * along[row];
                }
            }
        }
        return sums;
    }

    private void gaussians(double[] into, int from, int to, double middle, double side) {
        for (int i = from; i < to; i++) {
            double away = i * side - middle;
            into[i] = Math.exp(away * away / (-2 * sigma * sigma));
        }
    }

    private static int bound(double value, int most) {
        return (int) Math.max(0, Math.min(most, Math.floor(value)));
    }
}
