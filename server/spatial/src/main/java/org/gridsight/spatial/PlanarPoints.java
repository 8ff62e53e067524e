package org.gridsight.spatial;

/**
 * Places in a plane, in metres: x to the east, y to the north. The order of the points is their identity; algorithms
 * answer in the same order. Every coordinate is finite and within {@value #LARGEST} metres of the origin, so squared
 * distances keep their precision.
 */
public final class PlanarPoints {

    /** The largest coordinate, metres: beyond every metric system of coordinates in use. */
    public static final double LARGEST = 1e8;

    private final double[] x;
    private final double[] y;

    private PlanarPoints(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /**
     * Copies the coordinates.
     *
     * @throws UnusableInput when the arrays differ in length or a coordinate is not a usable number; the message names
     *     the first bad point, counted from 1
     */
    public static PlanarPoints of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new UnusableInput("there are " + x.length + " x but " + y.length + " y coordinates");
        }
        for (int i = 0; i < x.length; i++) {
            check("x", x[i], i);
            check("y", y[i], i);
        }
        return new PlanarPoints(x.clone(), y.clone());
    }

    private static void check(String name, double value, int i) {
        if (!(Math.abs(value) <= LARGEST)) {
            throw new UnusableInput("point " + (i + 1) + ": " + name + " is " + value
                    + ", it must be a number of metres between -1e8 and 1e8");
        }
    }

    public int size() {
        return x.length;
    }

    /** Metres to the east of point {@code i}, counted from 0. */
    public double x(int i) {
        return x[i];
    }

    /** Metres to the north of point {@code i}, counted from 0. */
    public double y(int i) {
        return y[i];
    }

    /** A copy of all x, for algorithms that arrange the points anew. */
    public double[] xs() {
        return x.clone();
    }

    /** A copy of all y, for algorithms that arrange the points anew. */
    public double[] ys() {
        return y.clone();
    }

    /** Square of the distance between two points, square metres. */
    public double squaredDistance(int i, int j) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        return dx * dx + dy * dy;
    }
}
