package org.gridsight.benchmarks;

import org.gridsight.spatial.PlanarPoints;

/**
 * Incidents of a made-up city of 40 km by 40 km, metres: 60 % around 200 hot places, 30 % along a street grid, 10 %
 * anywhere. The same points in every language and on every machine; fewer points are the beginning of more.
 */
final class CityPoints {

    private static final double SIDE = 40_000;
    private static final int SPOTS = 200;
    private static final double[] BOROUGH_X = {20_000, 12_000, 28_000};
    private static final double[] BOROUGH_Y = {20_000, 26_000, 13_000};
    private static final double[] BOROUGH_SPREAD = {4_000, 3_000, 3_500};

    /** State of SplitMix64 (Steele, Lea, Flood 2014). */
    private long state = 20_260_101;

    private final double[] spotX = new double[SPOTS];
    private final double[] spotY = new double[SPOTS];
    private final double[] spotSpread = new double[SPOTS];
    private final double[] spotWeights = new double[SPOTS];

    private CityPoints() {
        double weights = 0;
        for (int k = 0; k < SPOTS; k++) {
            int borough = (int) (3 * uniform());
            spotX[k] = inside(BOROUGH_X[borough] + BOROUGH_SPREAD[borough] * normal());
            spotY[k] = inside(BOROUGH_Y[borough] + BOROUGH_SPREAD[borough] * normal());
            spotSpread[k] = Math.exp(Math.log(120) + 0.7 * normal());
            weights += Math.pow(k + 1, -0.8);
            spotWeights[k] = weights;
        }
    }

    /** The first {@code count} incidents. */
    static PlanarPoints first(int count) {
        CityPoints city = new CityPoints();
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            city.draw(x, y, i);
        }
        return PlanarPoints.of(x, y);
    }

    private void draw(double[] x, double[] y, int i) {
        double kind = uniform();
        if (kind < 0.6) {
            atSpot(x, y, i);
        } else if (kind < 0.9) {
            onStreet(x, y, i);
        } else {
            x[i] = SIDE * uniform();
            y[i] = SIDE * uniform();
        }
        x[i] = Math.rint(10 * x[i]) / 10;
        y[i] = Math.rint(10 * y[i]) / 10;
    }

    private void atSpot(double[] x, double[] y, int i) {
        double wanted = uniform() * spotWeights[SPOTS - 1];
        int spot = 0;
        while (spotWeights[spot] < wanted) {
            spot++;
        }
        x[i] = inside(spotX[spot] + spotSpread[spot] * normal());
        y[i] = inside(spotY[spot] + spotSpread[spot] * normal());
    }

    private void onStreet(double[] x, double[] y, int i) {
        int borough = (int) (3 * uniform());
        x[i] = inside(BOROUGH_X[borough] + 2 * BOROUGH_SPREAD[borough] * normal());
        y[i] = inside(BOROUGH_Y[borough] + 2 * BOROUGH_SPREAD[borough] * normal());
        if (uniform() < 0.5) {
            x[i] = inside(Math.rint(x[i] / 250) * 250 + 8 * normal());
        } else {
            y[i] = inside(Math.rint(y[i] / 250) * 250 + 8 * normal());
        }
    }

    private double uniform() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    private double normal() {
        double radius = 1 - uniform();
        double angle = uniform();
        return Math.sqrt(-2 * Math.log(radius)) * Math.cos(2 * Math.PI * angle);
    }

    private static double inside(double value) {
        return Math.max(0, Math.min(SIDE, value));
    }
}
