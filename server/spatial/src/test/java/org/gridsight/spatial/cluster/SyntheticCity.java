package org.gridsight.spatial.cluster;

import org.gridsight.spatial.PlanarPoints;

/** The points of {@code org.gridsight.benchmarks.CityPoints}, which this module cannot see; the checksums are compared. */
final class SyntheticCity {

    private static final double SIDE = 40_000;
    private static final double[][] BOROUGHS = {
        {20_000, 20_000, 4_000}, {12_000, 26_000, 3_000}, {28_000, 13_000, 3_500}
    };

    private long state = 20_260_101;
    private final double[][] spots = new double[200][];
    private final double[] weights = new double[200];

    private SyntheticCity() {
        double sum = 0;
        for (int k = 0; k < spots.length; k++) {
            double[] borough = BOROUGHS[(int) (3 * uniform())];
            double x = inside(borough[0] + borough[2] * normal());
            double y = inside(borough[1] + borough[2] * normal());
            spots[k] = new double[] {x, y, Math.exp(Math.log(120) + 0.7 * normal())};
            sum += Math.pow(k + 1, -0.8);
            weights[k] = sum;
        }
    }

    static PlanarPoints first(int count) {
        SyntheticCity city = new SyntheticCity();
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            double[] point = city.next();
            x[i] = Math.rint(point[0] * 10) / 10;
            y[i] = Math.rint(point[1] * 10) / 10;
        }
        return PlanarPoints.of(x, y);
    }

    static long checksum(PlanarPoints points) {
        long sum = 0;
        for (int i = 0; i < points.size(); i++) {
            sum = 31 * sum + Math.round(10 * points.x(i)) * 1_000_003L + Math.round(10 * points.y(i));
        }
        return sum;
    }

    private double[] next() {
        double kind = uniform();
        if (kind >= 0.9) {
            return new double[] {SIDE * uniform(), SIDE * uniform()};
        }
        if (kind >= 0.6) {
            double[] borough = BOROUGHS[(int) (3 * uniform())];
            double x = inside(borough[0] + 2 * borough[2] * normal());
            double y = inside(borough[1] + 2 * borough[2] * normal());
            boolean northSouth = uniform() < 0.5;
            double street = inside(Math.rint((northSouth ? x : y) / 250) * 250 + 8 * normal());
            return northSouth ? new double[] {street, y} : new double[] {x, street};
        }
        double wanted = uniform() * weights[weights.length - 1];
        int spot = 0;
        while (weights[spot] < wanted) {
            spot++;
        }
        double x = inside(spots[spot][0] + spots[spot][2] * normal());
        return new double[] {x, inside(spots[spot][1] + spots[spot][2] * normal())};
    }

    private double uniform() {
        state += 0x9E3779B97F4A7C15L;
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    private double normal() {
        double radius = Math.sqrt(-2 * Math.log(1 - uniform()));
        return radius * Math.cos(2 * Math.PI * uniform());
    }

    private static double inside(double value) {
        return Math.max(0, Math.min(SIDE, value));
    }
}
